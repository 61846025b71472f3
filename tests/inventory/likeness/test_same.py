"""Which papers are versions of one document, measured on a generated archive."""

from itertools import combinations

import pytest

from tests.inventory.likeness.generated import Writer, archive, papers_of
from vagvisare.inventory.likeness.same import Paper, are_versions, groups_of
from vagvisare.inventory.likeness.signature import signatures_of


def pairs(groups) -> set[tuple[int, int]]:
    return {pair for keys in groups for pair in combinations(sorted(keys), 2)}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_versions_are_found_and_look_alikes_are_left(seed):
    sheets = list(archive(seed))
    documents: dict[str, list[int]] = {}
    for key, sheet in enumerate(sheets):
        documents.setdefault(sheet.document, []).append(key)

    true, found = pairs(documents.values()), pairs(groups_of(papers_of(sheets)))

    precision, recall = len(true & found) / len(found), len(true & found) / len(true)
    assert precision >= 0.99
    assert recall >= 0.97


def test_a_template_with_another_name_in_it_is_another_document():
    writer = Writer(7)
    text = "\n".join(writer.text())
    north, south = signatures_of([f"{text} Norra skolan", f"{text} Södra skolan"])

    assert not are_versions(
        Paper(1, north, "Ordningsregler för Norra skolan"),
        Paper(2, south, "Ordningsregler för Södra skolan"),
    )


def test_the_same_plan_of_two_municipalities_is_two_documents():
    (signature,) = signatures_of(["\n".join(Writer(7).text())])

    assert not are_versions(
        Paper(1, signature, "Biblioteksplan", "tyresö"),
        Paper(2, signature, "Biblioteksplan", "nacka"),
    )


def test_a_title_that_is_only_a_type_tells_nothing():
    plans = [
        Paper(key, b"", "Handlingsplan 2019", "tyresö", "Kommunstyrelsen", "handlingsplan")
        for key in (1, 2)
    ]

    assert groups_of(plans) == []


def test_too_little_text_has_no_signature():
    assert signatures_of(["Taxa för sotning", "", " ".join(["2019"] * 500)]) == [b"", b"", b""]


def test_the_work_grows_as_the_archive_does(monkeypatch):
    """Also where every paper is of one template: comparisons are counted, not timed."""
    from vagvisare.inventory.likeness import same

    asked = []
    true_one = same.are_versions
    monkeypatch.setattr(same, "are_versions", lambda a, b: asked.append(1) or true_one(a, b))
    text = "\n".join(Writer(7).text())

    def compared(number: int) -> int:
        asked.clear()
        names = [f"plan{chr(97 + n // 26 % 26)}{chr(97 + n % 26)} åtgärder" for n in range(number)]
        signatures = signatures_of([f"{name} {text}" for name in names])
        papers = [
            Paper(n, s, f"{name}{name}")
            for n, (s, name) in enumerate(zip(signatures, names, strict=True))
        ]
        groups_of(papers)
        return len(asked)

    assert 0 < compared(400) <= 2.5 * compared(200)
