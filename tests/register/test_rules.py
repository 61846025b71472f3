from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vagvisare.register.rules import ActFacts, standing_on, timeline
from vagvisare.register.states import ActKind, Origin, Standing

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
STATED = st.one_of(
    st.just(""),
    DAYS.map(lambda day: day.isoformat()),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
)
ACTS = st.builds(
    ActFacts,
    kind=st.sampled_from(ActKind.values),
    decided_on=STATED,
    first_day=st.none() | DAYS,
    last_day=st.none() | DAYS,
    open_ended=st.booleans(),
)


@given(st.lists(ACTS, max_size=8), st.sampled_from(Origin.values), st.booleans(), DAYS)
def test_every_day_lies_in_exactly_one_span(acts, origin, lapses, day):
    spans = timeline(acts, origin=origin, lapses_by_itself=lapses, notice_days=180)

    assert spans[0].first_day is None
    assert spans[-1].last_day is None
    for before, after in pairwise(spans):
        assert after.first_day == before.last_day + timedelta(1)
    assert standing_on(day, spans) in spans


@given(st.lists(ACTS, max_size=6), DAYS)
def test_a_review_or_a_note_never_changes_how_a_document_stands(acts, day):
    def standings(some):
        spans = timeline(some, origin=Origin.FOUND, lapses_by_itself=False, notice_days=90)
        return standing_on(day, spans).standing

    silent = [ActFacts(ActKind.NOTED, "2010-03-18"), ActFacts(ActKind.REVIEWED, "2012-01-01")]
    assert standings(acts) == standings([*acts, *silent])


@given(DAYS, DAYS)
def test_what_is_repealed_never_applies_again(repealed_on, later):
    acts = [
        ActFacts(ActKind.ADOPTED, "1990-01-01"),
        ActFacts(ActKind.REPEALED, repealed_on.isoformat()),
    ]
    spans = timeline(acts, origin=Origin.FOUND, lapses_by_itself=False, notice_days=90)
    day = max(repealed_on, later)

    assert standing_on(day, spans).standing == Standing.REPEALED
