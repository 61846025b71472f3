"""A memo that says a plan is past its time and asks only to have that noted."""

from vagvisare.memos.checks import check_text
from vagvisare.memos.parsing import parse

# Invented, with the faults of a real one: empty label, signatures before the text, no lists.
NOTING = """

Diarienr:

Kultur- och fritidsnämnden

Genomgång av Friluftsplanen

Förslag till beslut

1. Notera förvaltningens genomgång av Friluftsplanen.

Anna Exempel
Förvaltningschef

Bo Exempel
Utredare

Ärendebeskrivning

Förvaltningen har vid kultur- och fritidsnämndens sammanträde 2014-09-18 fått i uppdrag att se hur
det har gått med Friluftsplanen.

Bakgrund

Friluftsplanen ”Ut i det gröna” antogs i kommunfullmäktige den 11 juni 2008 och gällde för åren
2008-2011.

Uppföljning 2010

Delrapporten visade att få kände till planen.

Slutsats av genomgången

Friluftsplanen antogs för åren 2008-2011 och är därmed inaktuell och bör tas bort som styrdokument.
Det rekommenderas att alla styrdokument ses över inför nästa kommunplan.
"""


def test_it_gets_every_remark_it_deserves():
    remarks = [(remark.rule, remark.place) for remark in check_text(parse(NOTING))]

    assert remarks == [
        ("memo.conclusion-without-proposal", "Slutsats av genomgången"),
        ("memo.conclusion-without-proposal", "Slutsats av genomgången"),
        ("memo.not-competent", "Slutsats av genomgången"),
        ("memo.assignment-left-open", "Ärendebeskrivning"),
        ("memo.empty-diary-number", ""),
        ("memo.no-date", ""),
        ("memo.no-basis", ""),
        ("memo.no-recipients", ""),
    ]


def test_a_remark_says_what_why_and_what_to_do():
    for remark in check_text(parse(NOTING)):
        assert remark.title
        assert remark.reason.endswith(".")
        assert remark.remedy


def test_the_remark_quotes_the_sentence():
    first = check_text(parse(NOTING))[0]

    assert "bör tas bort som styrdokument" in first.sentence
