import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from tests.conftest import SIGN_IN
from tests.factories.register import adopted, entered
from tests.register.exchange.listing import Listed
from vagvisare.decisions.exchange import run as running
from vagvisare.decisions.exchange.tables import TABLES
from vagvisare.register.exchange.documents import TABLE
from vagvisare.register.models import ImportRun, SteeringDocument
from vagvisare.register.states import ImportState

PLAN, POLICY = "Plan för parker", "Policy för möten"


@pytest.fixture
def two(registrar):
    return adopted(PLAN, by=registrar), entered(POLICY, by=registrar, document_type="policy")


def content_of(answer) -> bytes:
    return b"".join(answer.streaming_content)


def send(client, listed: Listed, name: str = "lista.xlsx"):
    file = SimpleUploadedFile(name, listed.content())
    return client.post(reverse("desk:exchange:import", args=["documents"]), {"file": file})


@pytest.mark.parametrize("key", TABLES)
def test_every_list_goes_out_in_both_forms(signed_in, two, key):
    book = signed_in.get(reverse("desk:exchange:export", args=[key, "xlsx"]))
    text = signed_in.get(reverse("desk:exchange:export", args=[key, "csv"]))

    headings = [cell.value for cell in load_workbook(io.BytesIO(content_of(book))).active[1]]
    first = content_of(text).decode("utf-8-sig").split("\r\n")[0]
    assert first == ";".join(headings)
    assert headings[0] == "Nr"
    assert re.search(r'filename="[\w-]+-\d{4}-\d\d-\d\d.xlsx"', book["Content-Disposition"])


def test_the_documents_go_out_as_the_page_is_narrowed(signed_in, two):
    address = reverse("desk:exchange:export", args=["documents", "csv"])

    narrowed = content_of(signed_in.get(address, {"q": "möten"})).decode("utf-8-sig")
    then = content_of(signed_in.get(address, {"on": "2009-01-01"})).decode("utf-8-sig")

    assert POLICY in narrowed
    assert PLAN not in narrowed
    assert "Gäller" in then


def test_a_list_is_previewed_answered_and_undone(signed_in, two):
    listed = Listed(TABLE).write(PLAN, popular_name="Parkplanen").write(POLICY, summary="Kort")
    listed.add(title="Utan typ")

    sent = send(signed_in, listed)
    preview = signed_in.get(sent.url).content.decode()

    assert "Parkplanen" in preview
    assert "En ny rad behöver det här" in preview
    assert SteeringDocument.objects.get(title=PLAN).popular_name == ""
    run = ImportRun.objects.get()
    numbers = [listed.row_of(PLAN), listed.row_of(POLICY)]
    answered = signed_in.post(
        reverse("desk:exchange:answer", args=[run.pk]), {"shown": numbers, "row": numbers[:1]}
    )
    assert answered.url == sent.url
    assert SteeringDocument.objects.get(title=PLAN).popular_name == "Parkplanen"
    assert SteeringDocument.objects.get(title=POLICY).summary == ""
    signed_in.post(reverse("desk:exchange:undo", args=[run.pk]))
    assert SteeringDocument.objects.get(title=PLAN).popular_name == ""
    assert "Ångrad" in signed_in.get(sent.url).content.decode()


def test_the_choice_is_kept_from_page_to_page(signed_in, registrar):
    for number in range(60):
        entered(f"Plan {number:02}", by=registrar)
    listed = Listed(TABLE)
    for number in range(60):
        listed.write(f"Plan {number:02}", summary="Ny")
    sent = send(signed_in, listed)
    run = ImportRun.objects.get()
    answer = reverse("desk:exchange:answer", args=[run.pk])

    first = {"shown": range(2, 52), "row": range(3, 52), "page": "2"}
    assert signed_in.post(answer, first).url == f"{sent.url}?page=2"
    signed_in.post(answer, {"shown": range(52, 62), "row": range(52, 61)})

    assert SteeringDocument.objects.filter(summary="Ny").count() == 58


def test_a_long_list_is_left_to_the_worker(signed_in, two, monkeypatch):
    monkeypatch.setattr(running, "AT_ONCE", 1)
    queued = []
    monkeypatch.setattr(running, "later", lambda *job: queued.append(job))
    listed = Listed(TABLE).write(PLAN, summary="A").write(POLICY, summary="B")
    sent = send(signed_in, listed)
    run = ImportRun.objects.get()
    numbers = {"shown": [2, 3], "row": [2, 3]}

    signed_in.post(reverse("desk:exchange:answer", args=[run.pk]), numbers)

    assert "0 av 2 rader är klara" in signed_in.get(sent.url).content.decode()
    for _twice in range(2):
        running.carry_on(*queued[0][1:])
    run.refresh_from_db()
    assert run.state == ImportState.DONE
    assert SteeringDocument.objects.filter(revision=2).count() == 2


def test_a_list_without_any_chosen_row_is_not_imported(signed_in, two):
    sent = send(signed_in, Listed(TABLE).write(PLAN, summary="A"))
    run = ImportRun.objects.get()

    signed_in.post(reverse("desk:exchange:answer", args=[run.pk]), {"shown": [2, 3]})

    assert "Välj minst en rad" in signed_in.get(sent.url).content.decode()
    run.refresh_from_db()
    assert run.state == ImportState.PREVIEWED


def test_what_is_no_list_is_refused_on_the_form(signed_in):
    file = SimpleUploadedFile("lista.xlsx", b"PK\x03\x04 no")
    answer = signed_in.post(reverse("desk:exchange:import", args=["documents"]), {"file": file})

    assert answer.status_code == 200
    assert "varken en Excelbok" in answer.content.decode()


def test_a_reader_takes_lists_out_and_sends_none_in(client, reader, two):
    client.force_login(reader, backend=SIGN_IN)
    run = ImportRun.objects.create(
        table="documents", file_name="x", by=reader, at="2026-01-01T00:00Z"
    )

    assert content_of(client.get(reverse("desk:exchange:export", args=["documents", "csv"])))
    page = client.get(reverse("desk:exchange:lists")).content.decode()
    assert "Skicka in listan" not in page
    assert client.get(reverse("desk:exchange:import", args=["documents"])).status_code == 403
    assert client.get(reverse("desk:exchange:run", args=[run.pk])).status_code == 403
    assert client.post(reverse("desk:exchange:undo", args=[run.pk])).status_code == 403


@pytest.mark.parametrize("args", [["unknown", "csv"], ["documents", "pdf"]])
def test_what_is_no_list_is_not_found(signed_in, args):
    assert signed_in.get(reverse("desk:exchange:export", args=args)).status_code == 404


def test_lists_are_linked_where_one_looks_for_them(signed_in, two):
    register = signed_in.get(reverse("desk:register:list"), {"q": "parker"}).content.decode()
    decisions = signed_in.get(reverse("desk:decisions:list")).content.decode()

    assert reverse("desk:exchange:export", args=["documents", "xlsx"]) + "?q=parker" in register
    assert reverse("desk:exchange:lists") in decisions
