import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_q.models import OrmQ

from tests.conftest import SIGN_IN
from tests.factories.inventory import (
    MOMENT,
    TEXT,
    batch_of,
    candidate,
    facts_of,
    read_file,
    reading_of,
)
from tests.factories.organization import person
from tests.factories.register import entered
from tests.inventory import papers
from vagvisare.access.roles import Role
from vagvisare.inventory.actions.confirm_all import confirm_all
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.actions.set_aside import set_aside
from vagvisare.inventory.models import Batch, Claim
from vagvisare.inventory.states import CandidateState, ClaimState
from vagvisare.reading.reading import Reading, ReadingError
from vagvisare.register.models import SteeringDocument


def address(name: str, *keys: int) -> str:
    return reverse(f"desk:inventory:{name}", args=keys)


def page(client, name: str, *keys: int) -> str:
    answer = client.get(address(name, *keys))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_empty_list_says_what_to_do(signed_in):
    assert address("take_in") in page(signed_in, "list")


def test_taking_in_queues_the_reading(signed_in, django_capture_on_commit_callbacks):
    files = [SimpleUploadedFile("plan.txt", b"Plan"), SimpleUploadedFile("b.txt", b"Policy")]
    with django_capture_on_commit_callbacks(execute=True):
        answer = signed_in.post(
            address("take_in"),
            {"name": "Höst", "documents": files, "folder": SimpleUploadedFile("c.txt", b"C")},
        )

    batch = Batch.objects.get()
    assert answer.url == address("batch", batch.pk)
    assert set(batch.files.values_list("name", flat=True)) == {"plan.txt", "b.txt", "c.txt"}
    assert OrmQ.objects.count() == 1


@pytest.mark.parametrize("files", [[], [SimpleUploadedFile("tom.pdf", b"")]], ids=["none", "empty"])
def test_taking_in_nothing_is_refused_and_the_name_kept(signed_in, files):
    answer = signed_in.post(address("take_in"), {"name": "Höst", "documents": files})

    assert answer.status_code == 200
    assert answer.context["form"].errors["documents"]
    assert 'value="Höst"' in answer.content.decode()
    assert not Batch.objects.exists()


def test_the_batch_page_shows_files_failures_and_doubles(signed_in, registrar):
    batch = batch_of(("a.txt", b"A"), ("kopia.txt", b"A"), ("b.pdf", b"B"), by=registrar)
    error = ReadingError("encrypted", "secret english")
    keep_reading(
        file=batch.files.get(name="b.pdf"), reading=Reading("b", error=error), by=registrar
    )
    keep_reading(file=batch.files.get(name="a.txt"), reading=reading_of(), by=registrar)

    answer = signed_in.get(address("batch", batch.pk))

    counts = answer.context["counts"]
    assert (counts.all_files, counts.duplicates, counts.failed, counts.open) == (3, 1, 1, 1)
    html = answer.content.decode()
    assert "secret english" not in html
    assert address("candidate", candidate_key(batch)) in html


def candidate_key(batch: Batch) -> int:
    return batch.files.get(name="a.txt").candidates.get().pk


def test_the_candidate_page_shows_claims_beside_their_words(signed_in, registrar):
    own = candidate(registrar)
    claim = own.claims.get(field="decision_date")

    html = page(signed_in, "candidate", own.pk)

    assert f'href="?claim={claim.pk}#evidence-{claim.pk}"' in html
    assert f'<span id="evidence-{claim.pk}"></span><mark>2018-11-29</mark>' in html
    assert html.count('id="claim-registry_number-') == 1
    assert 'id="claim-responsible"' in html  # not found: shown so that it can be written


def test_the_claim_asked_for_is_in_focus(signed_in, registrar):
    claim = candidate(registrar).claims.get(field="paragraph")

    answer = signed_in.get(address("candidate", claim.candidate_id), {"claim": claim.pk})

    assert '<mark class="mark--focus">120</mark>' in answer.content.decode()


@pytest.mark.parametrize("focus", ["x", "²", "9" * 40, "-1", ""])
def test_a_strange_focus_is_none(signed_in, registrar, focus):
    answer = signed_in.get(address("candidate", candidate(registrar).pk), {"claim": focus})

    assert answer.context["focus"] is None


@pytest.mark.parametrize(
    ("say", "state"), [("confirm", ClaimState.CONFIRMED), ("reject", ClaimState.REJECTED)]
)
def test_a_button_decides_one_claim_and_reopens_it(signed_in, registrar, say, state):
    claim = candidate(registrar).claims.get(field="title")

    answer = signed_in.post(address("claim", claim.pk), {"say": say})
    claim.refresh_from_db()
    assert claim.state == state
    assert answer.url.endswith(f"#claim-title-{claim.pk}")

    signed_in.post(address("claim", claim.pk), {"say": "reopen"})
    claim.refresh_from_db()
    assert claim.state == ClaimState.PROPOSED


def test_a_refused_correction_keeps_what_was_typed(signed_in, registrar):
    claim = candidate(registrar).claims.get(field="decision_date")

    answer = signed_in.post(
        address("claim", claim.pk), {"say": "correct", "value": "hösten <2018>"}
    )

    assert answer.status_code == 422
    html = answer.content.decode()
    assert 'value="hösten &lt;2018&gt;"' in html
    assert f'id="fault-decision_date-{claim.pk}"' in html


def test_a_value_the_text_lacks_is_written_by_hand(signed_in, registrar):
    own = candidate(registrar)

    signed_in.post(address("supply", own.pk), {"field": "responsible", "value": "Bibliotekschefen"})
    signed_in.post(address("supply", own.pk), {"field": "colour", "value": "red"})

    made = Claim.objects.get(candidate=own, found="nothing")
    assert (made.field, made.confirmed_value) == ("responsible", "Bibliotekschefen")


def test_confirm_all_then_enter(signed_in, registrar):
    own = candidate(registrar)
    signed_in.post(address("confirm_candidate", own.pk))
    assert "Biblioteksplan för Tyresö kommun" in page(signed_in, "candidate", own.pk)

    signed_in.post(address("enter", own.pk), {"tie_to": "new"})

    document = SteeringDocument.objects.get()
    html = page(signed_in, "candidate", own.pk)
    assert reverse("desk:register:document", args=[document.pk]) in html
    assert address("enter", own.pk) not in html


def test_entering_unconfirmed_says_what_is_missing(signed_in, registrar):
    own = candidate(registrar)

    answer = signed_in.post(address("enter", own.pk))

    assert answer.status_code == 422
    assert answer.context["enter_fault"]
    assert not SteeringDocument.objects.exists()


def test_a_document_that_is_there_is_proposed_and_tied(signed_in, registrar):
    own = candidate(registrar)
    there = entered("Biblioteksplan för Tyresö kommun", by=registrar)
    confirm_all(batch=own.file.batch, at_least=0.9, by=registrar, at=MOMENT)
    assert f'value="{there.pk}" checked' in page(signed_in, "candidate", own.pk)

    signed_in.post(address("enter", own.pk), {"tie_to": str(there.pk)})

    own.refresh_from_db()
    assert own.document == there


def test_set_aside_leads_to_the_next(signed_in, registrar):
    file = read_file(registrar, reading_of(mentions=(facts_of({"title": "Biblioteksplan"}),)))
    own, mentioned = file.candidates.all()

    assert signed_in.post(address("set_aside", own.pk), {"reason": ""}).status_code == 422
    answer = signed_in.post(address("set_aside", own.pk), {"reason": "Inget styrdokument"})

    assert answer.url == address("candidate", mentioned.pk)
    assert "Inget styrdokument" in page(signed_in, "candidate", own.pk)
    signed_in.post(address("take_up", own.pk))
    own.refresh_from_db()
    assert own.state == CandidateState.OPEN


def test_the_page_as_a_picture(signed_in, registrar):
    batch = batch_of(("plan.pdf", papers.pdf()), ("a.txt", b"A"), by=registrar)
    drawn = batch.files.get(name="plan.pdf")
    batch.files.filter(pk=drawn.pk).update(media_type="application/pdf")

    answer = signed_in.get(address("picture", drawn.pk, 1))

    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert signed_in.get(address("picture", drawn.pk, 7)).status_code == 404
    text = batch.files.get(name="a.txt")
    assert signed_in.get(address("picture", text.pk, 1)).status_code == 404


def test_an_original_is_saved_never_shown(signed_in, registrar):
    html = b"<script>alert(1)</script>"
    batch = batch_of(("sida.html", html), ("tom", b""), by=registrar)

    answer = signed_in.get(address("original", batch.files.get(name="sida.html").pk))

    assert b"".join(answer.streaming_content) == html
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"] == 'attachment; filename="sida.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert signed_in.get(address("original", batch.files.get(name="tom").pk)).status_code == 404


def test_what_a_file_says_is_text_on_the_page(signed_in, registrar):
    bad = '<img src=x onerror="alert(1)">'
    own = candidate(registrar, reading_of({"title": bad}, text=bad))

    html = page(signed_in, "candidate", own.pk) + page(signed_in, "batch", own.file.batch_id)

    assert "<img src=x" not in html


PAGES = ["list", "batch", "candidate", "original", "picture"]


def keys_of(name: str, own) -> tuple[int, ...]:
    return {
        "list": (),
        "take_in": (),
        "batch": (own.file.batch_id,),
        "original": (own.file_id,),
        "picture": (own.file_id, 1),
    }.get(name, (own.pk,))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("role", [Role.READER, Role.POLITICIAN])
def test_those_who_may_not_read_get_403(client, registrar, role, name):
    own = candidate(registrar)
    client.force_login(person(role), backend=SIGN_IN)

    assert client.get(address(name, *keys_of(name, own))).status_code == 403


def test_strangers_are_sent_to_sign_in(client, registrar):
    assert "/account/login/" in client.get(address("list")).url


def test_a_department_head_reads_and_changes_nothing(client, registrar):
    own = candidate(registrar)
    claim = own.claims.get(field="title")
    client.force_login(person(Role.DEPARTMENT_HEAD), backend=SIGN_IN)

    html = page(client, "candidate", own.pk)
    assert address("claim", claim.pk) not in html
    assert address("enter", own.pk) not in html
    posts = [
        address("claim", claim.pk),
        address("supply", own.pk),
        address("enter", own.pk),
        address("set_aside", own.pk),
        address("take_up", own.pk),
        address("confirm_candidate", own.pk),
        address("by_rule", own.file.batch_id),
        address("enter_all", own.file.batch_id),
        address("take_back", own.file.batch_id),
        address("undo", own.file.batch_id),
        address("take_up_batch", own.file.batch_id),
        address("read", own.file.batch_id),
        address("take_in"),
    ]
    assert {client.post(post).status_code for post in posts} == {403}


@pytest.mark.parametrize(
    "name", ["claim", "supply", "enter", "set_aside", "take_up", "confirm_candidate"]
)
def test_getting_changes_nothing(signed_in, registrar, name):
    assert signed_in.get(address(name, candidate(registrar).pk)).status_code == 405


def test_the_list_asks_as_much_for_many_as_for_one(
    signed_in, registrar, django_assert_max_num_queries
):
    for number in range(12):
        batch_of((f"{number}", str(number).encode()), by=registrar, name=f"Omgång {number}")

    with django_assert_max_num_queries(7):
        page(signed_in, "list")


def test_a_batch_asks_as_much_for_many_as_for_one(
    signed_in, registrar, django_assert_max_num_queries
):
    files = [(f"{number}.txt", f"{number}{TEXT}".encode()) for number in range(12)]
    batch = batch_of(*files, by=registrar)
    for file in batch.files.all():
        keep_reading(file=file, reading=reading_of(), by=registrar)

    with django_assert_max_num_queries(17):  # three of them for the report
        page(signed_in, "batch", batch.pk)
    asked = {"q": "biblio", "state": "open", "type": "plan", "older": "2", "sort": "newest"}
    with django_assert_max_num_queries(16):
        signed_in.get(address("batch", batch.pk), asked)


def test_a_candidate_asks_a_fixed_number(signed_in, registrar, django_assert_max_num_queries):
    own = candidate(registrar)
    confirm_all(batch=own.file.batch, at_least=0.9, by=registrar, at=MOMENT)

    with django_assert_max_num_queries(12):
        page(signed_in, "candidate", own.pk)


def test_set_aside_candidate_has_its_way_back(signed_in, registrar):
    own = candidate(registrar)
    set_aside(candidate=own, reason="Fel fil", by=registrar)

    assert address("take_up", own.pk) in page(signed_in, "candidate", own.pk)


def test_reading_is_started_again(signed_in, registrar, django_capture_on_commit_callbacks):
    batch = batch_of(("a", io.BytesIO(b"A").getvalue()), by=registrar)

    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(address("read", batch.pk))
        signed_in.post(address("read", batch.pk), {"again": "yes"})

    assert OrmQ.objects.count() == 2
