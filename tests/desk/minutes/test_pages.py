"""The pages of minutes and agendas, as somebody signed in meets them."""

import io

import pytest
from django.urls import reverse

from tests.factories.organization import person
from tests.factories.register import adopted, entered
from tests.journeys.minutes.feeding import events_of, fed
from tests.journeys.minutes.invented import CLUBS, LIBRARY, papers
from vagvisare.access.roles import Role
from vagvisare.decisions.models import Decision
from vagvisare.inventory.models import Batch, EventClaim
from vagvisare.inventory.states import EventState
from vagvisare.register.models import SteeringDocument

PAPERS = {paper.name: paper for paper in papers()}


def taken_in(name: str, by) -> list[EventClaim]:
    paper = PAPERS[name]
    return fed(paper.name, paper.text, by, body=paper.body, day=paper.day, kind=paper.kind)


@pytest.fixture
def first(registrar) -> list[EventClaim]:
    return taken_in("2019-02-14-kf-protokoll", registrar)


def shown(client, name: str, *arguments, status: int = 200) -> str:
    answer = client.get(reverse(f"desk:minutes:{name}", args=arguments))
    assert answer.status_code == status
    return answer.content.decode()


def test_empty_pages_say_what_to_do(signed_in):
    assert "Inga protokoll är intagna än" in shown(signed_in, "list")
    assert "Inget är föreslaget" in shown(signed_in, "proposed")


def test_minutes_are_taken_in_with_their_meeting(signed_in):
    given = {
        "name": "Protokoll",
        "documents": [io.BytesIO(PAPERS["2019-02-14-kf-protokoll"].text.encode())],
        "meeting_kind": "protokoll",
        "meeting_day": "2019-02-14",
    }
    answer = signed_in.post(reverse("desk:inventory:take_in"), given)

    assert answer["Location"] == reverse("desk:minutes:list")
    batch = Batch.objects.get()
    assert (batch.meeting_kind, str(batch.meeting_day)) == ("protokoll", "2019-02-14")


def test_a_day_without_a_kind_is_asked_about(signed_in):
    given = {"name": "Protokoll", "documents": [io.BytesIO(b"x")], "meeting_day": "2019-02-14"}
    answer = signed_in.post(reverse("desk:inventory:take_in"), given)

    assert "Säg om det är protokoll eller kallelse." in answer.content.decode()
    assert not Batch.objects.exists()


def test_a_paper_shows_its_events_beside_its_words(signed_in, first):
    page = shown(signed_in, "paper", first[0].file_id)

    assert f"Anta: {LIBRARY}" in page
    assert "finns inte i registret; det förs in" in page
    assert f'id="evidence-{first[0].pk}"' in page
    assert "<mark>" in page
    assert first[0].file.name in shown(signed_in, "list")


def test_what_will_change_is_shown_and_nothing_is_done(signed_in, first):
    address = reverse("desk:minutes:accept", args=[first[0].file_id])
    answer = signed_in.post(address, {"event": [one.pk for one in first]})

    page = answer.content.decode()
    assert "Inte i registret" in page
    assert "För in 2 beslutade händelser" in page
    assert not Decision.objects.exists()


def test_accepting_records_the_decisions(signed_in, first):
    address = reverse("desk:minutes:accept", args=[first[0].file_id])
    answer = signed_in.post(address, {"event": [one.pk for one in first], "sure": "yes"})

    assert answer.status_code == 302
    assert Decision.objects.count() == 2
    page = shown(signed_in, "paper", first[0].file_id)
    assert page.count("Registrerat som beslut") == 2


def test_one_alone_may_be_accepted(signed_in, first):
    address = reverse("desk:minutes:accept", args=[first[0].file_id])
    given = {"event": [one.pk for one in first], "only": first[1].pk}

    assert "För in 1 beslutad händelse" in signed_in.post(address, given).content.decode()


def test_a_refusal_stands_beside_its_event(signed_in, registrar):
    events = taken_in("2022-04-21-kf-protokoll", registrar)
    adopted(LIBRARY, last_day=None, open_ended=True)
    address = reverse("desk:minutes:accept", args=[events[0].file_id])
    answer = signed_in.post(address, {"event": [events[0].pk], "sure": "yes"})

    assert answer.status_code == 422
    assert "tills vidare" in answer.content.decode()
    assert EventClaim.objects.get().state == EventState.PROPOSED


def test_competence_asks_for_a_reason(signed_in, registrar):
    text = "§ 5\n\nRutin för posten\n\nBeslut\n\nKommunfullmäktige antar Rutin för posten.\n"
    events = fed("rutin", text, registrar, body="kommunfullmäktige", day="2024-01-18")
    address = reverse("desk:minutes:accept", args=[events[0].file_id])
    given = {"event": [events[0].pk]}
    assert "Varför det ändå får besluta" in signed_in.post(address, given).content.decode()

    given |= {"competence_override": "Särskilt beslut", "sure": "yes"}
    assert signed_in.post(address, given).status_code == 302
    assert Decision.objects.get().competence_override == "Särskilt beslut"


def test_a_field_is_put_right_and_the_reading_kept(signed_in, first):
    address = reverse("desk:minutes:edit", args=[first[0].pk])
    page = signed_in.get(address).content.decode()
    assert "2022-12-31" in page
    given = {
        "action": "adopt",
        "status": "decided",
        "document_title": LIBRARY,
        "document_type": "plan",
        "deciding_body": "Kommunfullmäktige",
        "decision_date": "2019-02-14",
        "paragraph": "12",
        "registry_number": "KS 2018/310",
        "enters_into_force": "",
        "valid_until": "2023-06-30",
        "document": "",
    }
    assert signed_in.post(address, given).status_code == 302

    event = EventClaim.objects.get(pk=first[0].pk)
    assert event.edited == {"valid_until": "2023-06-30"}
    assert event.facts["valid_until"] == "2022-12-31"
    assert "Maskinen läste: 2022-12-31" in signed_in.get(address).content.decode()


def test_what_is_no_date_is_said_at_its_field(signed_in, first):
    address = reverse("desk:minutes:edit", args=[first[0].pk])
    given = {"action": "adopt", "status": "decided", "valid_until": "snart"}
    answer = signed_in.post(address, given)

    assert answer.status_code == 422
    assert "”snart” är inget datum" in answer.content.decode()


def test_rejecting_needs_a_reason_and_can_be_taken_back(signed_in, first):
    address = reverse("desk:minutes:reject", args=[first[0].pk])
    assert signed_in.post(address, {"reason": " "}).status_code == 422
    signed_in.post(address, {"reason": "Hör inte hit"})
    assert "Hör inte hit" in shown(signed_in, "paper", first[0].file_id)

    signed_in.post(reverse("desk:minutes:reopen", args=[first[0].pk]))
    assert events_of(first[0].file_id)[0].state == EventState.PROPOSED


def test_a_proposal_shows_on_the_document_until_it_is_not_decided(signed_in, registrar):
    document = entered(CLUBS, document_type="reglemente")
    event = taken_in("2024-10-17-kf-kallelse", registrar)[0]
    address = reverse("desk:register:document", args=[document.pk])
    sentence = "Föreslås upphävas, Kommunfullmäktige 2024-10-17"
    assert sentence in signed_in.get(address).content.decode()
    assert sentence in shown(signed_in, "proposed")

    signed_in.post(reverse("desk:minutes:not_decided", args=[event.pk]))

    assert sentence not in signed_in.get(address).content.decode()
    assert EventClaim.objects.get().state == EventState.REJECTED


def test_of_several_a_person_chooses(signed_in, registrar):
    documents = [entered(LIBRARY), entered(LIBRARY)]
    events = taken_in("2019-02-14-kf-protokoll", registrar)
    page = shown(signed_in, "paper", events[0].file_id)
    assert "Välj vilket dokument" in page
    address = reverse("desk:minutes:edit", args=[events[0].pk])
    assert f"#{documents[1].pk} (samma titel)" in signed_in.get(address).content.decode()

    given = {name: events[0].facts[name] or "" for name in ("action", "status", "document_title")}
    given |= {name: events[0].facts[name] or "" for name in ("decision_date", "paragraph")}
    given |= {"document": documents[1].pk, "deciding_body": "Kommunfullmäktige"}
    given |= {"document_type": "plan"}
    assert signed_in.post(address, given).status_code == 302
    assert EventClaim.objects.get(pk=events[0].pk).document == documents[1]


def test_who_may_not_record_cannot(client, first):
    client.force_login(
        person(Role.OFFICER), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    page = shown(client, "paper", first[0].file_id)
    assert "Godta bara denna" not in page
    address = reverse("desk:minutes:accept", args=[first[0].file_id])
    assert client.post(address, {"event": [first[0].pk]}).status_code == 403
    assert SteeringDocument.objects.count() == 0


def test_the_pages_ask_as_many_questions_however_many_events(
    signed_in, first, registrar, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40) as few:
        shown(signed_in, "paper", first[0].file_id)
    text = "\n".join(
        f"§ {n}\n\nPlan nummer{n}\n\nBeslut\n\nKommunfullmäktige antar Plan för kvarter{n}.\n"
        for n in range(20, 50)
    )
    many = fed("många", text, registrar, body="kommunfullmäktige", day="2024-01-18")
    assert len(many) > 20

    with django_assert_max_num_queries(len(few)):
        shown(signed_in, "paper", many[0].file_id)
