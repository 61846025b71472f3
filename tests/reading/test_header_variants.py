"""The ways Swedish municipalities word the header of a steering document, one case a variant."""

from datetime import date

import pytest

from vagvisare.reading.read import read_text

DAY = date(2026, 11, 22)
KF, KS = "kommunfullmäktige", "kommunstyrelsen"

# What is printed under the title -> what is to be read from it. None: nothing may be read.
VARIANTS = [
    # adoption phrases
    (
        "Antagen av kommunfullmäktige 2019-12-16 § 115",
        {"deciding_body": KF, "decision_date": "2019-12-16", "paragraph": "115"},
    ),
    (
        "Antaget av Kommunstyrelsen den 2 december 2019 § 239.",
        {"deciding_body": KS, "decision_date": "2019-12-02", "paragraph": "239"},
    ),
    (
        "Antaget av kommunstyrelsen 29/11 2017, § 141",
        {"deciding_body": KS, "decision_date": "2017-11-29", "paragraph": "141"},
    ),
    (
        "Antaget av Kommunfullmäktige Antaget 2017-12-04 149",
        {"deciding_body": KF, "decision_date": "2017-12-04", "paragraph": "149"},
    ),
    (
        "Antagna av kommunfullmäktige (      )",
        {"deciding_body": KF, "decision_date": None, "paragraph": None},
    ),
    (
        "DIREKTIV ANTAGNA AV KOMMUNSTYRELSEN 2007 02 24",
        {"deciding_body": KS, "decision_date": "2007-02-24"},
    ),
    (
        "Antagen av kommunstyrelsen den 21 juni 2011 159",
        {"deciding_body": KS, "decision_date": "2011-06-21", "paragraph": "159"},
    ),
    ("Antagen av Kf 24/2015", {"deciding_body": KF, "decision_date": "2015", "paragraph": "24"}),
    (
        "Antagna av kommunstyrelsen            , 62.",
        {"deciding_body": KS, "decision_date": None, "paragraph": "62"},
    ),
    ("Antagen            , Reviderad", {"deciding_body": None, "decision_date": None}),
    (
        "Antagen av Kommunstyrelsen            , xx",
        {"deciding_body": KS, "decision_date": None, "paragraph": None},
    ),
    ("Antagen av kommunfullmäktige KS-2013/1073", {"deciding_body": KF, "decision_date": None}),
    ("Datum:       Antaget av KF", {"deciding_body": KF, "decision_date": None}),
    (
        "Dokumentet antas av kommunfullmäktige och gäller för kommunens samtliga förvaltningar.",
        {"decision_date": None},
    ),
    (
        "Fastställd av kommunstyrelsen den 29 oktober 2013, 175",
        {"deciding_body": KS, "decision_date": "2013-10-29", "paragraph": "175"},
    ),
    (
        "Fastställd av kommunstyrelsen            , 188.",
        {"deciding_body": KS, "decision_date": None, "paragraph": "188"},
    ),
    (
        "Fastställd av KS 108 Den 10 september 2014",
        {"deciding_body": KS, "decision_date": "2014-09-10", "paragraph": "108"},
    ),
    ("Fastställd av fullmäktige", {"deciding_body": "fullmäktige", "decision_date": None}),
    (
        "Fastställt av: Kommunfullmäktige Datum: 2016-12-15, 198",
        {"deciding_body": KF, "decision_date": "2016-12-15"},
    ),
    ("Fastställd/Upprättad KS 48", {"deciding_body": KS, "decision_date": None}),
    (
        "Fastställt:   Ansvar för revidering: Kommunledningsförvaltningen",
        {"decision_date": None, "deciding_body": None},
    ),
    ("Beslutad av: Kommunfullmäktige    Beslutad:", {"deciding_body": KF, "decision_date": None}),
    (
        "Beslutad av: Kommunstyrelsen, den 18 mars 2014",
        {"deciding_body": KS, "decision_date": "2014-03-18"},
    ),
    (
        "Beslutat av: Kommunfullmäktige\nför beslut: 9 november 2016",
        {"deciding_body": KF, "decision_date": "2016-11-09"},
    ),
    ("Beslutandedatum: 2020-09-07 § 100", {"decision_date": "2020-09-07", "paragraph": "100"}),
    (
        "Dokumentet är beslutat av: Vård- och omsorgsnämnden",
        {"deciding_body": "Vård- och omsorgsnämnden"},
    ),
    ("Dokumentet beslutades den: 2025-06-16", {"decision_date": "2025-06-16"}),
    (
        "Beslutsinstans: Kommunfullmäktige    Dokumentansvarig: Kommundirektör",
        {"deciding_body": KF, "responsible": "Kommundirektör"},
    ),
    (
        "Beslutat av Kommunfullmäktige Dnr 2014/304",
        {"deciding_body": KF, "registry_number": "2014/304"},
    ),
    ("KF 2024-04-29", {"deciding_body": KF, "decision_date": "2024-04-29"}),
    (
        "KF 2006-10-23 rev 2021-10-25",
        {"deciding_body": KF, "decision_date": "2006-10-23", "revised_dates": ["2021-10-25"]},
    ),
    (
        "Planen antogs i kommunfullmäktige den 12 december 2007 och gällde för åren 2007-2010.",
        {
            "deciding_body": KF,
            "decision_date": "2007-12-12",
            "valid_from": "2007",
            "valid_until": "2010",
        },
    ),
    (
        "Antagen av kommunfullmäktige den 6 oktober 2020, § 124",
        {"decision_date": "2020-10-06", "paragraph": "124"},
    ),
    (
        "antagen av kommunfullmäktige 2023-11-07 §170",
        {"decision_date": "2023-11-07", "paragraph": "170"},
    ),
    (
        "Antagen av kommunstyrelsen 2024-06-18, §§ 165-\n166",
        {"decision_date": "2024-06-18", "paragraph": "165-166"},
    ),
    (
        "Beslutad av kommunfullmäktige 2024-02-06 § 13",
        {"deciding_body": KF, "decision_date": "2024-02-06", "paragraph": "13"},
    ),
    (
        "Antagen av kommunfullmäktige 2019-04-29, § 91. Senast reviderad 2023-10-24, § 331.",
        {"decision_date": "2019-04-29", "paragraph": "91", "revised_dates": ["2023-10-24"]},
    ),
    (
        "Beslutad av: Socialnämnden\nBeslutsdatum: 2022-03-15\nSenast reviderad: 2024-05-02",
        {
            "deciding_body": "Socialnämnden",
            "decision_date": "2022-03-15",
            "revised_dates": ["2024-05-02"],
        },
    ),
    (
        "Beslutande organ: Bygg- och miljönämnden\nBeslutsdatum: 14 maj 2021",
        {"deciding_body": "Bygg- och miljönämnden", "decision_date": "2021-05-14"},
    ),
    (
        "Antagen av: Kommunfullmäktige\nAntagen: 2018-06-18, § 77",
        {"deciding_body": KF, "decision_date": "2018-06-18", "paragraph": "77"},
    ),
    (
        "Fastställd av kommundirektören 2023-02-01",
        {"deciding_body": "kommundirektören", "decision_date": "2023-02-01"},
    ),
    (
        "Antagen av fullmäktige i november 2016",
        {"deciding_body": "fullmäktige", "decision_date": "2016-11"},
    ),
    # validity
    ("Gäller: Tillsvidare", {"tills_vidare": True}),
    ("Giltighetstid: Tills vidare", {"tills_vidare": True}),
    ("Giltighetstid: Gäller tills vidare", {"tills_vidare": True}),
    ("Giltighetstid: Till beslut om upphörande", {"tills_vidare": True}),
    ("Giltig till och med Tillsvidare", {"tills_vidare": True, "valid_until": None}),
    ("Giltig till: xxxx-xx-xx", {"valid_until": None, "tills_vidare": False}),
    ("Dokumentet gäller till och med: 31 december 2020", {"valid_until": "2020-12-31"}),
    ("Dokumentet gäller till och med: 2020-12-31", {"valid_until": "2020-12-31"}),
    ("Dokumentet gäller till den: tills vidare", {"tills_vidare": True}),
    ("Dokumentet gäller tillsvidare", {"tills_vidare": True}),
    ("Gäller fr.o.m. 2024-01-01", {"valid_from": "2024-01-01", "valid_until": None}),
    (
        "Antagen av kommunfullmäktige 2015-03-02 att gälla tills vidare",
        {"decision_date": "2015-03-02", "tills_vidare": True},
    ),
    ("Planen träder i kraft den 1 januari 2026.", {"valid_from": "2026-01-01"}),
    ("Planen gäller från och med den 1 juli 2025.", {"valid_from": "2025-07-01"}),
    (
        "Giltighetstid: från och med den 1 januari 2026 till och med den 31 december 2031",
        {"valid_from": "2026-01-01", "valid_until": "2031-12-31"},
    ),
    (
        "Giltighetstid: 1 juni 2025–31 maj 2026",
        {"valid_from": "2025-06-01", "valid_until": "2026-05-31"},
    ),
    ("Giltighetstid: 2023-2026", {"valid_from": "2023", "valid_until": "2026"}),
    ("Gäller för perioden: 2023–2026", {"valid_from": "2023", "valid_until": "2026"}),
    ("Giltighet: 2021-2024, därefter tills ny plan antas", {"valid_until": "2024"}),
    ("Giltig t.o.m. 2027-12-31", {"valid_until": "2027-12-31"}),
    ("Revideras: Vid behov", {"review_due": "Vid behov"}),
    ("Planen revideras vart fjärde år.", {"review_due": "vart fjärde år"}),
    ("Aktualitetsprövas: en gång per mandatperiod", {"review_due": "en gång per mandatperiod"}),
    # replacement
    (
        "Dokumentet ersätter: Plan för anhörigstöd, VON/2019:82",
        {"replaces": ["Plan för anhörigstöd, VON/2019:82"], "registry_number": None},
    ),
    ("Ersätter: Klimatplan 2015-2019", {"replaces": ["Klimatplan 2015-2019"], "valid_until": None}),
    ("Dokumentet ersätter: Nytt dokument", {"replaces": []}),
    ("Ersätter: -", {"replaces": []}),
    # owner, scope, number, other
    ("Dokumentansvarig: Ekonomichef", {"responsible": "Ekonomichef"}),
    (
        "Dokumentansvarig: Chef, kommunledningssektorn",
        {"responsible": "Chef, kommunledningssektorn"},
    ),
    ("Dokumentansvarig är: Anhörigsamordnare", {"responsible": "Anhörigsamordnare"}),
    (
        "Dokumentansvarig på tjänstemannanivå; Kvalitetsdirektör",
        {"responsible": "Kvalitetsdirektör"},
    ),
    ("Dokumentägare: Kommunchef", {"responsible": "Kommunchef"}),
    ("Ansvarig: Kanslichef", {"responsible": "Kanslichef"}),
    ("Ansvarig verksamhet: Kommunledningskontoret", {"responsible": "Kommunledningskontoret"}),
    (
        "För revidering av dokumentet ansvarar: Planchefen För uppföljning av dokumentet ansvarar: Planchefen",
        {"responsible": None},
    ),
    ("För revidering ansvarar: Kommunfullmäktige", {"responsible": None, "deciding_body": None}),
    ("Framtagen av: Kommunledningsförvaltningen", {"responsible": None, "deciding_body": None}),
    (
        "Gäller för Håbo kommuns nämnder",
        {"valid_until": None, "tills_vidare": False, "municipality": "Håbo"},
    ),
    ("Dokumentet gäller för: Hela Tjörns kommun", {"deciding_body": None, "valid_until": None}),
    ("Dokumentet gäller för samtliga förvaltningar", {"valid_from": None, "valid_until": None}),
    (
        "Adresserat till: Samtliga nämnder och förvaltningar",
        {"deciding_body": None, "responsible": None},
    ),
    ("Relaterade styrdokument -", {"replaces": []}),
    ("Dokumenttyp: Plan    Version: 1.0", {"document_type": "plan"}),
    (
        "Dokumenttyp\tDokumentansvarig\tGiltighetstid\nPlan\tKanslichef\t2022-2025",
        {"document_type": "plan", "responsible": "Kanslichef", "valid_until": "2025"},
    ),
    ("KOMMUNAL FÖRFATTNINGSSAMLING Nr F 16:1", {"registry_number": None, "paragraph": None}),
    (">> Strategi\nProgram\nPlan\nPolicy\nRiktlinjer\nRegler", {"document_type": "plan"}),
    ("Ta inte bort denna rad den innehåller dold information", {"responsible": None}),
    ("Diarienummer: KS 2018/1092", {"registry_number": "KS 2018/1092"}),
    ("Dnr KS-2024-00365", {"registry_number": "KS-2024-00365"}),
    ("Diarienummer: KS-2023-\n00584", {"registry_number": "KS-2023-00584"}),
    ("Diarienummer: VON/2025:00149", {"registry_number": "VON/2025:00149"}),
    ("Dnr: LKS 2016-448", {"registry_number": "LKS 2016-448"}),
    ("Diarienummer: 2019-160", {"registry_number": "2019-160"}),
    ("Dnr: Ks 182/2013", {"registry_number": "Ks 182/2013"}),
    ("Dnr 1-306/2019", {"registry_number": "1-306/2019"}),
    ("Dnr: STK-2015-171", {"registry_number": "STK-2015-171"}),
    ("Diarienummer: 0606/18", {"registry_number": "0606/18"}),
    ("Dnr: UAN/2016:6", {"registry_number": "UAN/2016:6"}),
    ("Dnr: 2007/555", {"registry_number": "2007/555"}),
    ("Dnr: 2011/", {"registry_number": None}),
]

EMPTY = {"replaces": [], "revised_dates": [], "tills_vidare": False}


def read(header):
    return read_text(
        f"Energiplan för Håbo kommun\n\n{header}\n\nInledning\nVi vill bli bättre.\n", on=DAY
    ).as_dict()


@pytest.mark.parametrize(
    ("header", "expected"), VARIANTS, ids=[header[:40] for header, _ in VARIANTS]
)
def test_header_variant(header, expected):
    reading = read(header)
    found = {field: reading[field] for field in expected}
    assert {f: v.casefold() if isinstance(v, str) else v for f, v in found.items()} == {
        f: v.casefold() if isinstance(v, str) else v for f, v in expected.items()
    }


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Diarienummer:", "registry_number"),
        ("Diariernr:", "registry_number"),
        ("Beslutad av:", "deciding_body"),
        ("Giltig till: xxxx-xx-xx", "valid_until"),
        ("Dokumentansvarig: [Funktion]", "responsible"),
        ("Fastställt: Ansvar för revidering: Kommunledningskontoret", "decision_date"),
        ("Beslutsdatum: 20XX-XX-XX", "decision_date"),
    ],
)
def test_a_label_without_value_is_told(header, field):
    reading = read(header)
    assert field in reading["missing"]
    assert reading[field] in (None, [])
