"""Each rule with texts that break it and texts that do not, all made from one whole memo."""

from pathlib import Path

import pytest

from tests.memos.examples import COMPLETE
from vagvisare.memos import checks
from vagvisare.memos.checks import RULES, check_text
from vagvisare.memos.checks.page import page
from vagvisare.memos.parsing import parse

REPOSITORY = Path(__file__).parents[3]
CLAUSE = "1. Parkplan för alla, antagen av kommunfullmäktige 2007-12-12, § 120, upphör att gälla."
LEAD = "Gymnasie- och arbetsmarknadsnämnden föreslår kommunfullmäktige besluta:\n"
CLOSING = "förklaras avslutat."
NOTES = "1. Nämnden noterar rapporten."

# rule, what is changed in the whole memo, place of the remark (None: the rule stays silent)
CASES = [
    ("memo.no-proposal", (COMPLETE[COMPLETE.index("Förslag") : COMPLETE.index("Samman")], ""), ""),
    ("memo.conclusion-without-proposal", (CLAUSE, NOTES), "Förvaltningens bedömning"),
    (
        "memo.conclusion-without-proposal",
        ("bör därför upphävas", "bör ses över"),
        "Förvaltningens bedömning",
    ),
    ("memo.conclusion-without-proposal", ("bör därför upphävas", "bör inte upphävas"), None),
    ("memo.conclusion-without-proposal", ("bör därför upphävas", "är inaktuell"), None),
    ("memo.not-competent", (LEAD, ""), "Förslag till beslut, punkt 1"),
    ("memo.not-competent", (LEAD + "\n" + CLAUSE, NOTES), "Förvaltningens bedömning"),
    (
        "memo.not-competent",
        ("antagen av kommunfullmäktige", "antagen av socialnämnden"),
        None,
    ),
    (
        "memo.not-competent",
        (LEAD, "Gymnasie- och arbetsmarknadsnämnden föreslår socialnämnden besluta:\n"),
        "Förslag till beslut, punkt 1",
    ),
    (
        "memo.not-competent",
        (LEAD + "\n" + CLAUSE, "1. Nämnden föreslår kommunfullmäktige besluta att planen upphävs."),
        None,
    ),
    ("memo.repeal-unidentified", (", § 120, upphör", " upphör"), "Förslag till beslut, punkt 1"),
    (
        "memo.repeal-unidentified",
        ("§ 120, upphör", "[saknas: paragraf], upphör"),
        "Förslag till beslut, punkt 1",
    ),
    ("memo.repeal-unidentified", ("2007-12-12, § 120, u", "u"), "Förslag till beslut, punkt 1"),
    (
        "memo.repeal-unidentified",
        ("Parkplan för alla, antagen av kommunfullmäktige", "Tidigare plan"),
        "Förslag till beslut, punkt 1",
    ),
    (
        "memo.repeal-unidentified",
        (
            "av kommunfullmäktige 2007-12-12, § 120",
            "genom delegationsbeslut av kommundirektören den 12 december 2007",
        ),
        None,
    ),
    ("memo.assignment-left-open", (CLOSING, "noteras."), "Bakgrund"),
    ("memo.assignment-left-open", (CLOSING, "är slutfört."), None),
    ("memo.empty-diary-number", ("Diarienummer: GAN 2013/55", "Diarienummer:"), ""),
    ("memo.empty-diary-number", ("Diarienummer: GAN 2013/55\n", ""), ""),
    ("memo.empty-diary-number", ("Diarienummer: GAN 2013/55", "Diarienummer:\n2013/55-012"), None),
    ("memo.empty-diary-number", ("Diarienummer: GAN", "Dnr GAN"), None),
    ("memo.no-date", ("Datum: 2013-11-20", "Datum:"), ""),
    ("memo.no-date", ("Datum: 2013-11-20\n", ""), ""),
    ("memo.no-date", ("Datum: 2013-11-20", "den 20 november 2013"), None),
    (
        "memo.no-basis",
        (COMPLETE[COMPLETE.index("Beslutsunderlag") : COMPLETE.index("Beslutet sk")], ""),
        "",
    ),
    ("memo.undated-basis", ("Tjänsteskrivelse, daterad 2013-11-20", "Rapport"), "Beslutsunderlag"),
    ("memo.undated-basis", ("daterad 2013-11-20", "den 20 november 2013"), None),
    ("memo.no-recipients", (COMPLETE[COMPLETE.index("Beslutet skickas") :], ""), ""),
    ("memo.placeholder", ("Den står kvar", "XX står kvar"), "Sammanfattning"),
    ("memo.placeholder", ("Den står kvar", "[saknas: dag] står kvar"), "Sammanfattning"),
    ("memo.placeholder", ("Den står kvar", "[1] står kvar"), None),
]


def remarks_on(text: str, rule: str) -> list[str]:
    return [remark.place for remark in check_text(parse(text)) if remark.rule == rule]


def test_a_whole_memo_gets_no_remark():
    assert check_text(parse(COMPLETE)) == []


@pytest.mark.parametrize(("rule", "change", "place"), CASES)
def test_a_rule_sees_what_it_is_for_and_nothing_else(rule, change, place):
    old, new = change
    assert old in COMPLETE

    found = remarks_on(COMPLETE.replace(old, new), rule)

    assert found == ([] if place is None else [place])


def test_every_rule_has_a_text_that_breaks_it():
    broken = {rule for rule, _, place in CASES if place is not None}

    assert broken == {rule.id for rule in RULES}


def test_every_file_of_a_rule_is_listed():
    folder = Path(checks.__file__).parent
    files = {path.stem for path in folder.glob("*.py")} - {"__init__", "rule", "language", "page"}

    assert {rule.id.removeprefix("memo.").replace("-", "_") for rule in RULES} == files


def test_the_reference_page_is_current():
    kept = (REPOSITORY / "docs/reference/memo-checks.md").read_text("utf-8")

    assert kept == page()
