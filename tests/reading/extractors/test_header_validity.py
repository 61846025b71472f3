"""What a header alone allows one to conclude of whether the document applies."""

from datetime import date

import pytest

from vagvisare.reading.read import read_text

CASES = [
    ("REMISSVERSION\nKlimatstrategi för Exempelby\nAntagen av: Kommunfullmäktige", "not_decided"),
    ("Version 0.9 – arbetsmaterial\nHandlingsplan mot våld", "not_decided"),
    ("Handlingsplan mot våld\nBeslutas av: Socialnämnden (ej beslutad)", "not_decided"),
    ("Reglemente för nämnden\nAntagen av kommunfullmäktige den [månad_år]", "not_decided"),
    (
        "Detta dokument är upphävt och ersatt av Riktlinjer för inköp\n\nUpphandlingspolicy\nAntagen av kommunfullmäktige 2008-09-29",
        "repealed",
    ),
    ("Plan för fiber\nStatus: Under arbete\nVersion: 0.7", "not_decided"),
    ("Plan för fiber\nPlaneras antas av kommunfullmäktige hösten 2026", "not_decided"),
    ("UTKAST\nPolicy för resor\nAntagen av kommunstyrelsen 2022-09-06 § 12", "in_force_no_end"),
]


@pytest.mark.parametrize(("text", "conclusion"), CASES)
def test_it_concludes(text, conclusion):
    reading = read_text(text, on=date(2026, 11, 22)).as_dict()

    assert reading["validity"] == conclusion
