"""Cases of `responsible`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    (
        "1 Ansvarig för rutin\nAvdelningschef kvalitet\nRutin för hygien",
        "Avdelningschef kvalitet",
    ),
    ("Plan för stöd\nDokumentansvarig: Ekonomichef", "Ekonomichef"),
    ("Plan för stöd\nDokumentansvarig på tjänstemannanivå; Kvalitetsdirektör", "Kvalitetsdirektör"),
    ("Plan för stöd\nDokumentansvarig är: verksamhetsutvecklare NN", "verksamhetsutvecklare"),
    ("Plan för stöd\nAnsvarig förvaltning: Kultur & Fritid", "Kultur & Fritid"),
    (
        "Reglemente för kulturnämnden\n\nDokumentägare Dokumentansvarig Reviderad Giltighet\nKommunledningen Kanslichef",
        "Kanslichef",
    ),
    (
        "Rutin för nycklar\n- Dokumentansvarig:\n- Kanslichef",
        "Kanslichef",
    ),
    (
        "Rutin för nycklar\nAnsvarig för rutinen: Enhetschef hemtjänst",
        "Enhetschef hemtjänst",
    ),
    (
        "Policy för stöd\n\nFastställd av                Datum               Dokumentansvarig\nKommunstyrelsen              2019-03-05 § 41     Ekonomichef\nGiltig till                  Diarienummer        Ersätter\nTills vidare                 KS 2019/77          Policy KS 2008-02-12",
        "Ekonomichef",
    ),
    (
        "Program för stöd\nDokumentägare      Stadsledningskontoret\nDokumentansvarig   IT-chef",
        "IT-chef",
    ),
    (
        "Jämställdhetsplan\nDokumentansvarig/processägare Version Senast reviderad Giltigt till\nKommunstyrelsen 1 2017-12-31",
        "Kommunstyrelsen",
    ),
    (
        "Riktlinjer för konst\nAnsvar: Kulturchef",
        "Kulturchef",
    ),
    (
        "Policy för upphandling\nDokumentansvarig avdelning: Upphandlingsenheten",
        "Upphandlingsenheten",
    ),
    (
        "Policy för vård\nDokumentansvarig verksamhetsområde: Vård och omsorg",
        "Vård och omsorg",
    ),
]

REFUSES = [
    ("Plan för stöd\nDokumentansvarig: NN", "a person, not a role"),
    ("Plan för stöd\nFör revidering ansvarar: Kommunfullmäktige", "who revises is not who answers"),
    ("Plan för stöd\nDokumentansvarig: [Funktion]", "a placeholder"),
    (
        "Rutin för bilar\nDokumentansvarig är: [ex verksamhetsutvecklare",
        "an example of the template",
    ),
    (
        "Reglemente för kulturnämnden\nProcessägare\nFastställd\nSenast reviderad KF",
        "the next line of the form",
    ),
    (
        "Reglemente för kulturnämnden\n\nDokumentägare Dokumentansvarig Reviderad Giltighet\n",
        "a row of labels",
    ),
    (
        "Riktlinjer för konst\n\nAnsvar\nChefer följer riktlinjerna.",
        "the heading of a section",
    ),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("responsible", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("responsible", text) == [], because
