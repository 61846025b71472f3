"""What single decisions do to steering documents, in the words of minutes and agendas."""

from datetime import date

import pytest

from vagvisare.reading.read import read_text
from vagvisare.reading.reading import MeetingContext

FULLMAKTIGE = MeetingContext("Exempelby", "kommunfullmäktige", date(2024, 5, 27), "protokoll")
STYRELSEN = MeetingContext("Exempelby", "kommunstyrelsen", date(2024, 5, 27), "protokoll")
KALLELSE = MeetingContext("Exempelby", "kommunstyrelsen", date(2024, 5, 27), "kallelse")


def events(words, context=FULLMAKTIGE, heading="Styrdokument"):
    text = f"§ 42 Dnr KS-2024-00123\n{heading}\n\nBeslut\n{words}\n\nSammanfattning av ärendet\nText.\n"
    return read_text(text, on=date(2026, 1, 1), context=context).as_dict()["events"]


def short(event):
    return event["action"], event["document_title"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Kommunfullmäktige antar Policy för resor, daterad 2024-03-01.",
            [("adopt", "Policy för resor")],
        ),
        (
            "Kommunfullmäktige fastställer Mål och budget 2025-2027.",
            [("adopt", "Mål och budget 2025-2027")],
        ),
        ("Reviderad taxa för bad antas.", [("revise", "taxa för bad")]),
        (
            "Riktlinje för resor revideras i enlighet med bilaga 1.",
            [("revise", "Riktlinje för resor")],
        ),
        (
            "Kommunfullmäktige ändrar 14 § i lokala ordningsföreskrifter för Exempelby kommun.",
            [("amend_part", "lokala ordningsföreskrifter för Exempelby kommun")],
        ),
        (
            "Riktlinjer för bidrag antas. Samtidigt upphör Riktlinjer för stöd från 2015 att gälla.",
            [("replace", "Riktlinjer för bidrag")],
        ),
        (
            "Ny taxa för bygglov fastställs och ersätter tidigare taxa för bygglov.",
            [("replace", "taxa för bygglov")],
        ),
        (
            "Kommunfullmäktige beslutar att upphäva Policy för e-post, antagen 2009-03-30, § 21.",
            [("repeal", "Policy för e-post")],
        ),
        (
            "Giltighetstiden för Energiplan 2018–2022 förlängs till och med 2024-12-31.",
            [("extend", "Energiplan 2018–2022")],
        ),
        (
            "Uppföljningen av Biblioteksplan 2020-2023 läggs till handlingarna.",
            [("note", "Biblioteksplan 2020-2023")],
        ),
        ("Ärendet återremitteras till kommundirektören.", [("refer", "Klimatplan för Exempelby")]),
        (
            "Kommunstyrelsen beslutar att skicka förslag till Klimatstrategi 2025-2035 på remiss till nämnderna.",
            [("remit", "Klimatstrategi 2025-2035")],
        ),
        (
            "Kommunstyrelsen ger kommundirektören i uppdrag att ta fram en cykelplan för Exempelby.",
            [("give_assignment", "cykelplan för Exempelby")],
        ),
        (
            "Uppdraget att ta fram en cykelplan, som gavs av kommunfullmäktige 2019-02-25, § 14, förklaras slutfört.",
            [("close_assignment", None)],
        ),
        (
            "Kommunstyrelsen ger kommundirektören i uppdrag att samråda om Grönplan för Exempelby, daterad 2024-02-01.",
            [("remit", "Grönplan för Exempelby")],
        ),
        (
            "Kommunstyrelsen ger kommundirektören i uppdrag att samråda kring Exempelbys bostadsplan 2025–2029.",
            [("remit", "Exempelbys bostadsplan 2025–2029")],
        ),
        (
            "Kommunstyrelsen justerar avgiften per timme i taxa för bygglov till 1220 kronor i enlighet med taxans bestämmelser.",
            [("amend_part", "taxa för bygglov")],
        ),
        (
            "Kommunstyrelsen godkänner följande anvisningar för fördelning av medel.",
            [("adopt", "anvisningar för fördelning av medel")],
        ),
        (
            "Skolnämnden får i uppdrag att stryka ”och lov” i riktlinjen för skolskjuts.",
            [("give_assignment", "riktlinjen för skolskjuts")],
        ),
        (
            "Kommunstyrelsen remitterar utan eget ställningstagande kontorets tjänsteutlåtande och förslag till riktlinjer för gåvor till kulturnämnden och skolnämnden för yttrande.",
            [("remit", "riktlinjer för gåvor")],
        ),
        (
            "Kommunfullmäktige fastställer koncernbudget 2026 med tjänsteskrivelse, daterad 2025-11-03.",
            [("adopt", "koncernbudget 2026")],
        ),
        (
            "Skolnämnden, kulturnämnden och Exempelbolaget AB får i uppdrag att ta fram en beredskapsplan för lokalerna, vid händelse av elavbrott.",
            [("give_assignment", "beredskapsplan för lokalerna")],
        ),
        (
            "Kommunfullmäktige antar Policy för gåvor, Riktlinjer för gåvor och Taxa för lån, daterade 2026-02-06.",
            [
                ("adopt", "Policy för gåvor"),
                ("adopt", "Riktlinjer för gåvor"),
                ("adopt", "Taxa för lån"),
            ],
        ),
        (
            "Kommunfullmäktige antar Plan för Kultur och Fritid.",
            [("adopt", "Plan för Kultur och Fritid")],
        ),
        (
            "Kommunfullmäktige beslutar att skolnämndens reglemente § 16 Egna verksamheter, ska kompletteras med ny punkt 10.",
            [("amend_part", "skolnämndens reglemente")],
        ),
        (
            "Kommunfullmäktige godkänner som huvudman för Stiftelsen Exempel att stiftelsens stadgar ändras enligt följande. Sista meningen i § 3 ska utgå.",
            [("amend_part", "stiftelsens stadgar")],
        ),
        (
            "Kommunfullmäktige ger skolnämnden i uppdrag att arbeta fram ett samlat taxedokument för lokaler inför år 2025.",
            [("give_assignment", "taxedokument för lokaler")],
        ),
        (
            "Kommunstyrelsen godkänner Riktlinjer för gåvor med den ändringen att bilaga 3 Plan för lån utgår.",
            [("adopt", "Riktlinjer för gåvor")],
        ),
        (
            "Kommunfullmäktige antar Taxa för lån. Tidigare beslut om taxor för lån upphör att gälla.",
            [("adopt", "Taxa för lån")],
        ),
        (
            "Biblioteksplan 2025-2028 antas. Kulturnämnden får i uppdrag att årligen följa upp planen.",
            [
                ("adopt", "Biblioteksplan 2025-2028"),
                ("give_assignment", "Biblioteksplan 2025-2028"),
            ],
        ),
    ],
)
def test_a_statement_does_what_it_says(words, expected):
    assert [short(event) for event in events(words, heading="Klimatplan för Exempelby")] == expected


@pytest.mark.parametrize(
    "words",
    [
        "Motionen om att ta fram en plan för trygghet avslås.",
        "Bygglov beviljas för nybyggnad av enbostadshus på Exempelby 1:2.",
        "Kommunstyrelsen antar yttrandet som sitt svar på remissen om regional utvecklingsplan.",
        "Kommunfullmäktige godkänner delårsrapport per den 31 augusti 2024.",
        "Kommunfullmäktige fastställer sammanträdesplan för 2025.",
        "Medborgarförslaget om en policy för fyrverkerier avslås med hänvisning till gällande riktlinjer.",
        "Samarbetsavtal med Grannby kommun om räddningstjänst godkänns.",
        "Detaljplan för kvarteret Björken antas.",
        "Redovisningen av delegationsbeslut läggs till handlingarna.",
        "Interpellationen om klimatplanen anses besvarad.",
        "Nämnden beviljas tilläggsanslag om 2 miljoner kronor ur budget 2024.",
        "Köpet av fastigheten godkänns i enlighet med riktlinjer för markanvisning.",
        "Ledamöterna beviljas ansvarsfrihet.",
        "Kommunfullmäktige godkänner att medel om 4 miljoner kronor i kommunbudget 2024 används för ny idrottshall.",
        "Kommunstyrelsen godkänner en utökad budget för projektet med 10 miljoner kronor.",
        "Kommunstyrelsen antar en ambitionsnivå inom ramen för direktivet Civil beredskap 2025–2027.",
        "Kommunstyrelsen godkänner underlag till kommunbudget 2026, daterat 2025-12-16.",
        "Genomförandebeslut för ny skola med en projektbudget om 90 miljoner kronor godkänns.",
    ],
)
def test_what_touches_no_steering_document_is_no_event(words):
    assert events(words, heading="Ett ärende") == []


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (
            "Redovisning av uppdrag att ta fram en lekplatsplan för Exempelby",
            "lekplatsplan för Exempelby",
        ),
        ("Redovisning av uppdrag om en fördjupad utredning av stiftelserna", None),
        ("Remiss från Trafikverket - granskning av järnvägsplan", None),
        ("Kommunalförbundets årsredovisning 2023", None),
    ],
)
def test_a_deferred_item_is_about_the_document_its_heading_names_if_any(heading, title):
    found = events("Ärendet bordläggs till sammanträdet den 28 augusti 2024.", heading=heading)

    assert [short(event) for event in found] == ([("refer", title)] if title else [])


@pytest.mark.parametrize(
    ("words", "ended"),
    [
        (
            "Kommunstyrelsen noterar utredningen, daterad 2023-12-12, och förklarar uppdraget som lämnades av kommunfullmäktige den 8 december 2020, § 183, för avslutat.",
            ("kommunfullmäktige", "2020-12-08", "183"),
        ),
        (
            "Kommunstyrelsen förklarar uppdraget att utreda lokaler, som lämnades 2021-02-04, för avslutat.",
            (None, "2021-02-04", None),
        ),
        (
            "Kommunstyrelsen konstaterar att frågan hanterats i planen, antagen 2024-06-13, § 157, och förklarar uppdraget som gavs av kommunstyrelsen 2021-11-23, § 293, för avslutat.",
            ("kommunstyrelsen", "2021-11-23", "293"),
        ),
    ],
)
def test_a_closed_assignment_is_told_by_when_it_was_given(words, ended):
    (event,) = events(words, STYRELSEN)

    (end,) = event["ends"]
    assert (end["adopted_by"], end["adopted_on"], end["paragraph"]) == ended


def test_a_lead_in_proposes_all_that_follows_it():
    found = events(
        "Kommunstyrelsen tillstyrker stadskontorets förslag och föreslår att\nkommunfullmäktige beslutar:\n"
        "1. Cykelplan 2025-2030, i enlighet med bilaga 1, antas.\n"
        "2. Kulturnämnden får i uppdrag att revidera Kulturplan för Exempelby.\n"
        "På förslag av ordföranden:\n"
        "3. Rutin för nycklar antas.",
        STYRELSEN,
    )

    assert [(e["status"], e["recommended_to"]) for e in found] == [
        ("proposed", "kommunfullmäktige"),
        ("proposed", "kommunfullmäktige"),
        ("decided", None),
    ]


def test_an_adoption_carries_its_days_and_what_it_ends():
    (event,) = events(
        "Kommunfullmäktige antar Avfallsplan för Exempelby kommun, daterad 2024-08-01.\n"
        "Planen gäller från och med den 1 januari 2025 till och med den 31 december 2030.\n"
        "Äldre avfallsplan för Exempelby kommun, antagen av kommunfullmäktige 2016-12-06, § 198, upphör samtidigt att gälla."
    )

    assert (event["action"], event["status"]) == ("replace", "decided")
    assert (event["decision_date"], event["paragraph"]) == ("2024-05-27", "42")
    assert event["registry_number"] == "KS-2024-00123"
    assert (event["draft_dated"], event["enters_into_force"]) == ("2024-08-01", "2025-01-01")
    assert event["valid_until"] == "2030-12-31"
    assert event["ends"] == [
        {
            "title": "Äldre avfallsplan för Exempelby kommun",
            "adopted_by": "kommunfullmäktige",
            "adopted_on": "2016-12-06",
            "paragraph": "198",
        }
    ]


@pytest.mark.parametrize(
    ("adopted", "first"),
    [
        ("antaget", (None, None)),
        ("antagna", ("kommunfullmäktige", "2022-06-15")),
    ],
)
def test_one_statement_ends_two_documents_that_share_an_adoption_only_in_the_plural(adopted, first):
    (event,) = events(
        "Riktlinjer för pension antas.\n"
        f"Bestämmelser om pension och Lokalt regelverk för stöd, {adopted} av kommunfullmäktige 2022-06-15, § 112, upphör att gälla."
    )

    one, other = event["ends"]
    assert (one["title"], one["adopted_by"], one["adopted_on"]) == (
        "Bestämmelser om pension",
        *first,
    )
    assert (other["title"], other["paragraph"]) == ("Lokalt regelverk för stöd", "112")


def test_what_ceases_stands_on_the_first_of_several_adopted_documents():
    first, second = events(
        "Kommunfullmäktige antar Policy för gåvor och Riktlinjer för gåvor, daterade 2026-02-06.\n"
        "Policy för presenter, antagen av kommunfullmäktige 2021-03-09, § 30, upphör att gälla."
    )

    assert (first["action"], second["action"]) == ("replace", "adopt")
    assert [end["title"] for end in first["ends"]] == ["Policy för presenter"]
    assert second["ends"] == []
    assert first["draft_dated"] == second["draft_dated"] == "2026-02-06"


def test_a_document_may_apply_with_its_start_from_a_day():
    (event,) = events(
        "Kommunfullmäktige antar Regler för arvoden att gälla för alla valda, med start från och med 2025-11-01."
    )

    assert event["enters_into_force"] == "2025-11-01"


def test_what_a_body_only_recommends_is_proposed_to_the_one_that_decides():
    (event,) = events(
        "Kommunstyrelsen föreslår kommunfullmäktige besluta\natt anta taxa för livsmedelskontroll.",
        STYRELSEN,
    )

    assert (event["status"], event["recommended_to"]) == ("proposed", "kommunfullmäktige")
    assert (event["deciding_body"], event["decision_date"]) == ("kommunstyrelsen", "2024-05-27")


def test_an_agenda_proposes_and_decides_nothing():
    (event,) = events("Kommunstyrelsen antar Rutin för nycklar i Exempelby.", KALLELSE)

    assert (event["status"], event["recommended_to"]) == ("proposed", None)
    assert (event["decision_date"], event["paragraph"]) == (None, None)


def test_a_row_of_an_agenda_is_an_item():
    row = (
        "| 7. | Revidering av<br>energiplan | 2024-<br>00548 | Förslag till beslut i kommunfullmäktige<br>"
        "Kommunfullmäktige antar Energiplan för<br>Exempelby kommun, daterad 2024-10-18. |\n"
    )
    (event,) = read_text(row, on=date(2026, 1, 1), context=KALLELSE).as_dict()["events"]

    assert event["document_title"] == "Energiplan för Exempelby kommun"
    assert event["registry_number"] == "2024-00548"
    assert event["recommended_to"] == "kommunfullmäktige"


def test_each_item_of_a_whole_set_of_minutes_has_its_own_section_and_number():
    text = (
        "PROTOKOLL\nKommunfullmäktige\nSammanträdesdatum 2024-05-27\n\n"
        "§ 10 Dnr KS-2024-00001\nPolicy för resor\n\nBeslut\nPolicy för resor antas.\n\n"
        "§ 11 Dnr KS-2024-00002\nTaxa för bad\n\nBeslut\nTaxa för bad 2025 fastställs.\n\n"
    )
    found = read_text(text, on=date(2026, 1, 1)).as_dict()["events"]

    assert [(e["paragraph"], e["registry_number"]) for e in found] == [
        ("10", "KS-2024-00001"),
        ("11", "KS-2024-00002"),
    ]
    assert {e["deciding_body"] for e in found} == {"kommunfullmäktige"}


LISTS = [
    "a) Policy för resor antas.\nb) Plan för vatten 2018 upphör att gälla.",
    "att Policy för resor antas,\natt Plan för vatten 2018 upphör att gälla.",
    "Enligt kommunstyrelsens förslag:\natt Policy för resor antas\natt Plan för vatten 2018 upphör att gälla",
]


@pytest.mark.parametrize("words", LISTS)
def test_the_points_of_a_list(words):
    found = events(words)
    assert [short(event) for event in found] == [("replace", "Policy för resor")]
    assert [ended["title"] for ended in found[0]["ends"]] == ["Plan för vatten 2018"]


def test_a_wrapped_line_in_small_letters_is_no_heading():
    words = (
        "Kommunfullmäktige antar Policy för insamling av\ninformation om resor, daterad 2024-03-01."
    )
    assert short(events(words)[0]) == ("adopt", "Policy för insamling av information om resor")


HEADS = [
    ("Kommunstyrelsens förslag till KF", "kommunfullmäktige"),
    ("Kommunstyrelsens  förslag  till  kommunfullmäktige", "kommunfullmäktige"),
    ("Förbundsstyrelsens förslag till förbundsfullmäktige", "förbundsfullmäktige"),
    ("Kommunstyrelsen föreslår KF att besluta", "kommunfullmäktige"),
]


@pytest.mark.parametrize(("head", "body"), HEADS)
def test_a_head_that_names_the_body_in_its_short_form(head, body):
    text = f"§ 42  Dnr  KS 2024/123\nResor\n\n{head}\natt anta Policy för resor.\n\nSammanfattning\nText.\n"
    found = read_text(text, on=date(2026, 1, 1), context=STYRELSEN).as_dict()["events"]
    assert [short(event) for event in found] == [("adopt", "Policy för resor")]
    assert found[0]["recommended_to"] == body
    assert found[0]["registry_number"] == "KS 2024/123"


def test_an_agenda_row_with_a_proposal_to_the_assembly():
    row = "| 8. | Policy för resor | 2024-00567 | Kommunstyrelsens förslag till kommunfullmäktige<br>Policy för resor antas. |\n"
    found = read_text(row, on=date(2026, 1, 1), context=KALLELSE).as_dict()["events"]
    assert [(*short(event), event["recommended_to"]) for event in found] == [
        ("adopt", "Policy för resor", "kommunfullmäktige")
    ]
