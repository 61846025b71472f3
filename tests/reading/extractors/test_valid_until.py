"""Cases of `valid_until`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Plan för stöd\nGiltighetstid: 2023-2026", "2026"),
    ("Rutin för nycklar\nDokumentet gäller till den: 2025-04-23 (max 5 år)", "2025-04-23"),
    ("Plan för stöd\nDokumentet gäller till och med: 31 december 2020", "2020-12-31"),
    ("Plan för stöd\nPlanen gäller 2012-2016.", "2016"),
    (
        "Likabehandlingsplan\nPlanerna gäller för läsåret: 2016/2017\nAnsvarig för planen: NN",
        "2017",
    ),
    (
        "Policy för stöd\nBeslutad av: Förbundsdirektionen\nBeslutsdatum: 2020-12-11\nPolicyn gäller i fem år från antagandet.",
        "2025-12-11",
    ),
    (
        "Strategi för näringsliv\nAntagen KF Diarienr Giltig t.o.m.\n2021-06-14 § 77 KS 2021/211 2025-12-31",
        "2025-12-31",
    ),
    (
        "Plan mot kränkande behandling\nPlanen gäller läsåret 2023/2024",
        "2024",
    ),
    (
        "Plan för förskolan\nPlanen gäller till: 2025-09-30",
        "2025-09-30",
    ),
    (
        "Riktlinjer för stöd\nGiltighetsperiod: fr.o.m. 2020-02-01 t.o.m. 2023-12-31 (förlängd t.o.m. 2027-12-31 genom KF 2023-11-27 § 142)",
        "2027-12-31",
    ),
    (
        "Jämställdhetsplan\nDokumentansvarig/processägare Version Senast reviderad Giltigt till\nKommunstyrelsen 1 2017-12-31",
        "2017-12-31",
    ),
    (
        "Riktlinjer för lokaler\nGäller från 2018-07-01 till 2021-06-30",
        "2021-06-30",
    ),
    (
        "Handlingsplan för klimatet\n\nHandlingsplanen löper 2022-2027",
        "2027",
    ),
    (
        "Lönepolitiskt program 2020–2022\nProgrammet fastställdes av kommunstyrelsen 2019-11-05.\nDet upphör att gälla den 31 december 2022.",
        "2022-12-31",
    ),
]

REFUSES = [
    ("Plan för stöd\nGiltig till: xxxx-xx-xx", "a placeholder"),
    ("Plan för stöd\nSenast 2030 ska utsläppen vara noll.", "a target year"),
    (
        "Plan för stöd\nSvar ska lämnas till och med 2010-08-31 enligt remissen.",
        "a deadline for answers",
    ),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("valid_until", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("valid_until", text) == [], because
