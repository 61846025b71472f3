"""Cases of `registry_number`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Plan för stöd\nDnr: KS.2020.112", "KS.2020.112"),
    ("Plan för stöd\nDnr: KS/20/112", "KS/20/112"),
    ("Plan för stöd\nDnr: 2020-KS-112", "2020-KS-112"),
    ("Plan för stöd\nDiarienummer: Ks 2020/112", "Ks 2020/112"),
    ("Plan för stöd\nDiarienummer: KS 2018/1092", "KS 2018/1092"),
    ("Plan för stöd\nDnr 1-306/2019", "1-306/2019"),
    ("Plan för stöd\nDiarienummer: KS-2023-\n00584", "KS-2023-00584"),
    ("§ 88 Ärendenummer SLK-2023-00494\nÖversyn\n\nBeslut\nÖversynen noteras.", "SLK-2023-00494"),
    ("Ks 182/2013\nRiktlinjer för styrdokument\nBeslutad av: Kommunstyrelsen", "Ks 182/2013"),
    (
        "EU-strategi för Exempelby kommun\nDnr KK15/410",
        "KK15/410",
    ),
    (
        "Handlingsprogram för skydd mot olyckor\nDiarienummer 382/12-015",
        "382/12-015",
    ),
    (
        "Rutin för delegering\nDiarienummer: 2013.88",
        "2013.88",
    ),
    (
        "Plan för stöd\nDiarienummer KS-345/2011",
        "KS-345/2011",
    ),
    (
        "Policy för stöd\nDiarienr: 22KS341",
        "22KS341",
    ),
    (
        "Policy för stöd\nDiarienr: KS2022/188",
        "KS2022/188",
    ),
    (
        "Policy för stöd\nÄrendenummer: 2018/71.005",
        "2018/71.005",
    ),
    ("Policy för stöd\nDiarienummer: 7.301/2021", "7.301/2021"),
    ("Policy för stöd\nDiarienummer: KS-22/00211 003", "KS-22/00211"),
    ("Policy för stöd\nDiarienummer: Dnr 2016-188", "2016-188"),
]

REFUSES = [
    ("Plan för stöd\nDnr: 2011/", "a number cut off"),
    ("Plan för stöd\nKOMMUNAL FÖRFATTNINGSSAMLING Nr F 16:1", "a number of the statute book"),
    (
        "Plan för stöd\nDokumentet ersätter: Äldre plan, VON/2019:82",
        "the number of another document",
    ),
    ("Riktlinjer för styrdokument\nEnligt SFS 2010:900 gäller detta.", "a law's number"),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("registry_number", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("registry_number", text) == [], because
