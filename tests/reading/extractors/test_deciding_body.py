"""Cases of `deciding_body`; docs/reference/extractors.md is made of them."""

import pytest

from tests.reading.extractors.found import found

FINDS = [
    ("Plan för stöd\nAntagen av kommunfullmäktige 2019-12-16 § 115", "kommunfullmäktige"),
    ("Plan för stöd\nFastställd av KS 108 den 10 september 2014", "kommunstyrelsen"),
    (
        "Plan för stöd\nDokumentet är beslutat av: Vård- och omsorgsnämnden",
        "Vård- och omsorgsnämnden",
    ),
    (
        "Rutin för nycklar\nDokumentet är beslutat av: Enhetschef hemtjänsten NN",
        "Enhetschef hemtjänsten",
    ),
    ("Reglemente för nämnderna\nKommunfullmäktige föreskriver följande.", "kommunfullmäktige"),
    ("Klimatplan\n\nKommunfullmäktige antog planen den 9 maj 2022.", "kommunfullmäktige"),
    (
        "Riktlinje för stöd\nBeslutande Kommunfullmäktige\nDokumentansvarig: Kultur",
        "kommunfullmäktige",
    ),
    (
        "Ägardirektiv för Exempelbostäder AB\nAntaget av kommunfullmäktige 2011-03-09, § 23\nDirektivet har antagits av kommunfullmäktige och fastställts på bolagsstämman 2011-05-17.",
        "bolagsstämman",
    ),
    (
        "Trafikplan\nFastställd: Tekniska nämnden 2016-05-17 § 54",
        "tekniska nämnden",
    ),
    (
        "Strategi för näringsliv\nAntagen KF Diarienr Giltig t.o.m.\n2021-06-14 § 77 KS 2021/211 2025-12-31",
        "kommunfullmäktige",
    ),
    (
        "Rutin för delegering\nBeslutad i: Vård- och omsorgsförvaltningen",
        "Vård- och omsorgsförvaltningen",
    ),
    (
        "Rutin för lex Sarah\nBeslutad av Datum Giltighetstid\nFörvaltningsledningen 2014-02-10 Tillsvidare",
        "Förvaltningsledningen",
    ),
    (
        "Riktlinje för dokument\nBeslutad (datum och av vem)\n2013-11-12 Socialförvaltningens ledningsgrupp",
        "Socialförvaltningens ledningsgrupp",
    ),
    (
        "Dataskyddspolicy\nBeslutat av VD 2018-05-25",
        "VD",
    ),
    (
        "Kommunikationspolicy för Exempelby kommun\nAntagen av KF/2012-10-18/ § 114",
        "kommunfullmäktige",
    ),
    (
        "Plan för förskolan\nBeslutad av rektor den 27 september 2024",
        "rektor",
    ),
    (
        "Rutin vid brand\n\nRutinen fastställdes av enhetschefen 2023-08-14 och gäller tills vidare.",
        "enhetschefen",
    ),
    (
        "Program för delaktighet\n| Dokumenttyp | Beslutande organ | Giltighetstid |\n|---|---|---|\n| Program | Kommunfullmäktige | 2022-2026 |",
        "kommunfullmäktige",
    ),
    (
        "Riktlinjer för lokaler\nFritidsnämnden den 7 mars 2018, § 21",
        "Fritidsnämnden",
    ),
    (
        "Handlingsplan för klimatanpassning\nKommunstyrelsens beslut 2022-10-04 § 188",
        "kommunstyrelsen",
    ),
    (
        "Arkivreglemente\nKF § 43/2016, rev. KF § 12/2022",
        "kommunfullmäktige",
    ),
    (
        "Ordningsregler för torg\nAntagna av Tekniska utskottet 2019-04-09 § 33",
        "tekniska utskottet",
    ),
]

REFUSES = [
    ("Plan för stöd\nBeslutad av: [Nämnd/styrelse/befattning]", "a placeholder"),
    ("Plan för stöd\nFramtagen av: Kommunledningsförvaltningen", "who drafted decides nothing"),
    (
        "Plan för stöd\nFullmäktige gav nämnden i uppdrag att skriva en plan.",
        "an assignment is no adoption",
    ),
    (
        "Tjänsteskrivelse\n\nNy policy\n\nFörslag till beslut\nKommunfullmäktige antar policyn.",
        "a memo decides nothing",
    ),
    (
        "Taxa för bad\nNämnden får höja de i denna taxa fastställda avgifterna varje år.",
        "fees that the document fixes",
    ),
    (
        "Handlingsplan mot våld 2021-2024\n\nI program för skola och fritid, antagen av KF feb 2020, står mer.",
        "another document's adoption",
    ),
    (
        "Handlingsplan mot våld 2021-2024\n\nArbetet beskrivs i handlingsplanen, som kommunstyrelsen antog 2016-02-03.",
        "an adoption long before the plan's years",
    ),
    (
        "Rutin vid brand\n\nLäkemedelslistan fastställs av enhetschefen varje år.",
        "an official who decides something else",
    ),
    (
        "Riktlinjer för lokaler\nKommunstyrelsen den 7 mars 2018 gav ett uppdrag att se över lokalerna",
        "a line that says more than body and day",
    ),
]


@pytest.mark.parametrize(("text", "value"), FINDS)
def test_it_finds(text, value):
    assert found("deciding_body", text) == [value]


@pytest.mark.parametrize(("text", "because"), REFUSES)
def test_it_refuses(text, because):
    assert found("deciding_body", text) == [], because
