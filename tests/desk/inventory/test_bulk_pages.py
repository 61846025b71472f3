"""Many at once at the desk, and how far a batch has come."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.inventory import MOMENT, batch_of, reading_of
from tests.inventory.many_candidates import batch_holding
from vagvisare.inventory.actions import carry_on_bulk
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.actions.undo_batch import undo_batch
from vagvisare.inventory.models import BulkAct, Claim, SourceFile
from vagvisare.reading.reading import Reading, ReadingError
from vagvisare.register.models import SteeringDocument

UGLY = "<b>" + "الخطة البلدية للمكتبات " * 20
ROWS = ({"title": "Biblioteksplan"}, {"title": "Arkivpolicy", "document_type": "policy"}, {
    "title": UGLY[:500], "confidence": 0.75})  # fmt: skip


def address(name: str, batch) -> str:
    return reverse(f"desk:inventory:{name}", args=[batch.pk])


def html_of(answer, status: int = 200) -> str:
    assert answer.status_code == status
    return answer.content.decode()


@pytest.fixture
def batch(registrar):
    return batch_holding(registrar, *ROWS)


def test_the_address_carries_the_filter(signed_in, batch):
    asked = {"q": "plan", "state": "open", "type": "plan", "sort": "newest", "older": ""}

    html = html_of(signed_in.get(address("batch", batch), asked))

    assert "1 av 3 dokument" in html
    assert 'value="plan"' in html
    assert re.search(r'<option value="newest"\s+selected', html)
    assert f"{address('by_rule', batch)}?q=plan&amp;state=open&amp;type=plan" in html
    assert "<b>" not in html


def test_nothing_fits_says_what_to_do(signed_in, batch):
    html = html_of(signed_in.get(address("batch", batch), {"q": "finns inte"}))

    assert "0 av 3 dokument" in html
    assert "Inget dokument passar" in html


@pytest.mark.parametrize(
    "asked",
    [{"page": "x"}, {"page": "-1"}, {"page": "9" * 30}, {"state": "x"}, {"older": "-3"},
     {"older": "9" * 30}, {"sort": "x"}, {"type": "x" * 900}, {"q": "\x00"}, {"since": "9" * 17}],
)  # fmt: skip
def test_strange_addresses_are_answered(signed_in, batch, asked):
    for name in ("batch", "files", "by_rule", "enter_all", "progress"):
        html_of(signed_in.get(address(name, batch), asked))


def test_a_rule_is_shown_and_then_followed_and_taken_back(signed_in, batch):
    asked = {"type": "plan", "at_least": "likely", "fields_chosen": ["title", "document_type"]}

    html = html_of(signed_in.get(address("by_rule", batch), asked))
    assert "4 uppgifter bekräftas" in html
    assert not Claim.objects.filter(state="confirmed").exists()
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', html)
    sent: dict[str, list[str]] = {}
    for name, value in fields[-4:]:
        sent.setdefault(name, []).append(value)
    signed_in.post(address("by_rule", batch), sent)

    assert Claim.objects.filter(state="confirmed").count() == 4
    html = html_of(signed_in.get(address("batch", batch)))
    assert "4 uppgifter i 2 dokument är bekräftade." in html
    act = BulkAct.objects.get()
    signed_in.post(address("take_back", batch), {"act": act.pk})
    assert not Claim.objects.filter(state="confirmed").exists()
    html = html_of(signed_in.get(address("batch", batch)))
    assert "Det har sedan tagits tillbaka." in html
    assert f'name="act" value="{act.pk}"' not in html


def test_a_rule_without_fields_is_refused_and_says_so(signed_in, batch):
    html = html_of(signed_in.post(address("by_rule", batch), {"at_least": "sure"}), 422)

    assert "Välj minst ett fält" in html


def test_entering_what_is_ready(signed_in, batch):
    signed_in.post(address("by_rule", batch), {"at_least": "sure", "fields_chosen": ["title"]})
    html = html_of(signed_in.get(address("enter_all", batch)))
    assert "Inget av dem är klart" in html

    chosen = {"at_least": "sure", "fields_chosen": ["title", "document_type"]}
    signed_in.post(address("by_rule", batch), chosen)
    html_of(signed_in.get(address("enter_all", batch)))
    signed_in.post(address("enter_all", batch), {"type": "policy"})

    assert SteeringDocument.objects.get().title == "Arkivpolicy"
    assert "1 nya" in html_of(signed_in.get(address("batch", batch)))


def test_a_large_act_shows_how_far_it_is_and_can_go_on(signed_in, batch, monkeypatch):
    monkeypatch.setattr(carry_on_bulk, "AT_ONCE", 0)
    signed_in.post(address("by_rule", batch), {"at_least": "sure", "fields_chosen": ["title"]})
    html = html_of(signed_in.get(address("batch", batch)))
    assert "0 av 3 dokument är genomgångna." in html
    assert "hx-get" in html

    monkeypatch.setattr(carry_on_bulk, "AT_ONCE", 9)
    act = BulkAct.objects.get()
    signed_in.post(address("take_back", batch), {"act": act.pk, "go_on": "yes"})

    act.refresh_from_db()
    assert act.state == "done"
    answer = signed_in.get(address("progress", batch), headers={"HX-Request": "true"})
    assert answer["HX-Refresh"] == "true"
    assert "hx-get" not in html_of(answer)


def test_undoing_asks_for_a_reason_and_can_be_taken_up(signed_in, batch):
    assert "Skriv varför" in html_of(signed_in.post(address("undo", batch), {"because": " "}), 422)
    signed_in.post(address("undo", batch), {"because": "Fel mapp"})

    html = html_of(signed_in.get(address("batch", batch)))
    assert "Omgången är ångrad." in html
    assert "Fel mapp" in html
    assert address("by_rule", batch) not in html
    signed_in.post(address("take_up_batch", batch))
    assert "Omgången är ångrad." not in html_of(signed_in.get(address("batch", batch)))


def test_an_undone_batch_refuses_with_a_sentence(signed_in, registrar, batch):
    undo_batch(batch=batch, because="Fel mapp", by=registrar, at=MOMENT)
    chosen = {"at_least": "sure", "fields_chosen": ["title"]}

    html = html_of(signed_in.post(address("by_rule", batch), chosen), 422)

    assert "Omgången är ångrad. Återuppta den först." in html


def test_progress_tells_rate_and_time_left(signed_in, registrar):
    batch = batch_of(*((f"{n}.txt", str(n).encode()) for n in range(10)), by=registrar)
    for file in batch.files.order_by("pk")[:6]:
        keep_reading(file=file, reading=reading_of(), by=registrar)
    minute_ago = int(timezone.now().timestamp()) - 60

    answer = signed_in.get(address("progress", batch), {"since": minute_ago, "read": 2})

    html = html_of(answer)
    assert "4 filer är kvar att läsa." in html
    assert "6 av 10 är lästa." in html
    assert re.search(r"[34] filer i minuten", html)
    assert re.search(r"Ungefär [12] minut(er)? kvar", html)
    assert "6 tiondelar" in html
    assert f"since={minute_ago}&amp;read=2" in html  # the mark goes with the next question


def test_failures_and_doubles_have_pages_of_their_own(signed_in, registrar):
    batch = batch_of(("a.txt", b"A"), ("kopia.txt", b"A"), ("b.pdf", b"B"), by=registrar)
    error = ReadingError("encrypted", "secret english")
    failed = batch.files.get(name="b.pdf")
    keep_reading(file=failed, reading=Reading("b", error=error), by=registrar)

    html = html_of(signed_in.get(address("files", batch), {"show": "failed"}))
    assert "b.pdf" in html
    assert "lösenord" in html
    assert "kopia.txt" not in html
    html = html_of(signed_in.get(address("files", batch), {"show": "doubles"}))
    assert "kopia.txt" in html
    assert "?q=a.txt" in html
    assert SourceFile.objects.count() == 3
