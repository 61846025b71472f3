import pytest

from vagvisare.inventory.likeness.latest import Version, latest_of

SIGNED = b"\x00\x00\x00\x01" * 128


@pytest.mark.parametrize(
    ("versions", "key", "reason"),
    [
        ([Version(1, "2012-05-01"), Version(2, "2016-05-01")], 2, "later"),
        ([Version(1, "2012"), Version(2, "2011-12-31")], 1, "later"),
        ([Version(1, "2012-05-01"), Version(2)], 1, "only_dated"),
        ([Version(1, "2012"), Version(2, "2020", is_decided=False)], 1, "only_dated"),
        ([Version(1), Version(2, "2020", is_decided=False)], None, "none_dated"),
        ([Version(1, "2012", "2014"), Version(2, "2012", "2015-01-01")], 2, "revised"),
        ([Version(1, "2012", "2014"), Version(2, "2012")], 1, "revised"),
        ([Version(1, "2012"), Version(2, "2012-05-01")], None, "same_day"),
        ([Version(1, "2012", "2014"), Version(2, "2012", "2014-03")], None, "same_day"),
        (
            [Version(2, "2012", signature=SIGNED), Version(1, "2012", signature=SIGNED)],
            1,
            "same_text",
        ),
    ],
)
def test_the_latest_decided(versions, key, reason):
    for order in (versions, versions[::-1]):
        latest = latest_of(order)
        assert (latest.key, latest.reason) == (key, reason)
