"""The report at the desk, and the memo that can be begun from it."""

import re

import pytest
from django.urls import reverse
from django_q.models import OrmQ

from tests.factories.inventory import MOMENT, batch_of
from tests.factories.organization import person
from tests.inventory.many_candidates import batch_holding
from vagvisare.access.roles import Role
from vagvisare.inventory.actions.confirm_all import confirm_all
from vagvisare.inventory.actions.enter_candidate import enter_candidate
from vagvisare.inventory.actions.queue_report import make_report
from vagvisare.inventory.actions.read_files import read_batch
from vagvisare.inventory.report import kept
from vagvisare.inventory.states import CandidateState

DESK = "http://testserver/desk/inventory/"
OVER = {"validity": "expired", "valid_until": "2012", "document_type": "plan"}
PAST = {
    "deciding_body": "kommunfullmäktige",
    "decision_date": "2009-11-26",
    "valid_from": "2010-01-01",
    "valid_until": "2012-12-31",
}


@pytest.fixture
def batch(registrar):
    made = batch_holding(
        registrar, OVER | {"title": "Biblioteksplan"}, OVER | {"title": "Kostplan"}, {},
        OVER | {"title": "Inbjudan", "document_type": "inbjudan"}, claims=PAST,
    )  # fmt: skip
    made.files.update(reading={"document_type": "plan", "valid_until": "2012"})
    return made


def address(batch, form: str) -> str:
    return reverse("desk:inventory:report", args=[batch.pk, form])


def page_of(client, batch, query: str = "") -> str:
    answer = client.get(reverse("desk:inventory:batch", args=[batch.pk]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_is_asked_for_made_and_saved(signed_in, batch, django_capture_on_commit_callbacks):
    assert signed_in.get(address(batch, "html")).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        signed_in.post(reverse("desk:inventory:make_report", args=[batch.pk]))
    assert "Rapporten görs: 0 rader är skrivna." in page_of(signed_in, batch)
    task = OrmQ.objects.get().task
    assert task["func"].endswith("make_report")
    make_report(*task["args"])

    page = page_of(signed_in, batch)
    assert "Rapporten görs" not in page
    for form, (_name, media_type) in kept.FORMS.items():
        assert address(batch, form) in page
        answer = signed_in.get(address(batch, form))
        assert answer["Content-Type"] == media_type
        assert answer["Content-Disposition"].startswith("attachment; filename=")
        assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert b"".join(answer.streaming_content)
    html = b"".join(signed_in.get(address(batch, "html")).streaming_content).decode()
    assert '<html lang="sv">' in html
    links = set(re.findall(r'href="http://testserver(/[^"]*candidates[^"]*)"', html))
    assert len(links) >= 2
    assert {signed_in.get(link).status_code for link in links} == {200}
    assert signed_in.get(address(batch, "exe")).status_code == 404


def test_who_may_not_read_the_inventory_gets_no_report(client, signed_in, batch):
    make_report(batch.pk, "2026-11-24", DESK, "sv")
    client.logout()
    assert client.get(address(batch, "html")).status_code == 302
    stranger = person(Role.READER)
    stranger.groups.clear()
    client.force_login(stranger, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(address(batch, "html")).status_code == 403
    assert client.post(reverse("desk:inventory:make_report", args=[batch.pk])).status_code == 403


def test_the_one_before_is_handed_out_until_the_new_one_is_whole(batch, monkeypatch, registrar):
    make_report(batch.pk, "2026-11-24", DESK, "sv")
    first = kept.report_file(batch, "html")
    monkeypatch.setattr(kept, "write_report", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        make_report(batch.pk, "2026-11-24", DESK, "sv")
    assert kept.report_file(batch, "html") == first
    assert kept.rows_written(batch, MOMENT) is None
    monkeypatch.undo()

    make_report(batch.pk, "2026-11-24", DESK, "sv")

    assert kept.report_file(batch, "html") not in (None, first)
    assert not first.exists()
    make_report(0, "2026-11-24", DESK, "sv")  # a batch that is gone


def test_it_is_made_when_all_is_read(registrar):
    batch = batch_of(("plan.txt", b"Biblioteksplan"), by=registrar)
    read_batch(batch.pk, registrar.pk, "2026-11-24")
    assert kept.made_at(batch) is None  # nobody at the desk asked

    read_batch(batch.pk, registrar.pk, "2026-11-24", DESK)

    assert kept.made_at(batch) is not None


def test_a_memo_begins_with_what_is_over_and_says_what_is_missing(signed_in, registrar, batch):
    html = page_of(signed_in, batch)
    assert "2 som enligt texten har gått ut finns inte i registret än" in html
    assert "Skriv en tjänsteskrivelse" not in html
    confirm_all(batch=batch, at_least=0.9, by=registrar, at=MOMENT)
    one = batch.candidates.get(title="Biblioteksplan")
    enter_candidate(candidate=one, by=registrar)
    one.refresh_from_db()
    assert one.state == CandidateState.ENTERED

    html = page_of(signed_in, batch)
    assert "1 som enligt texten har gått ut finns inte i registret än" in html
    assert f"{reverse('desk:inventory:enter_all', args=[batch.pk])}?validity=expired" in html
    (query,) = re.findall(rf'{reverse("desk:memos:new")}(\?document=[^"]*)"', html)
    memo = signed_in.get(reverse("desk:memos:new") + query.replace("&amp;", "&"))
    form = memo.context["form"]
    assert form.initial["documents"] == [one.document_id]
    assert re.search(rf'value="{one.document_id}"[^>]*checked', memo.content.decode())
    assert f'name="document" value="{one.document_id}"' in memo.content.decode()


def test_a_narrowed_list_is_not_pushed_down(signed_in, batch):
    assert 'id="report"' in page_of(signed_in, batch)
    assert 'id="report"' not in page_of(signed_in, batch, "?q=kost")
