"""The desk asked for what the register said on an earlier day, and records taken back there."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.register import adopted, entered, reference
from vagvisare.register.actions.adopt import adopt
from vagvisare.register.actions.repeal import repeal
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.states import Term

STOCKHOLM = ZoneInfo("Europe/Stockholm")
LAST_WEEK = timezone.localdate() - timedelta(7)
ON = {"on": "2015-01-01"}


@pytest.fixture
def repealed_today(registrar):
    """A plan that is over, entered long ago and repealed today."""
    document = adopted("Plan för parker", by=registrar)
    long_ago = datetime(2020, 1, 1, tzinfo=STOCKHOLM)
    Act.every.update(recorded_at=long_ago)
    SteeringDocument.objects.update(entered_at=long_ago)
    repeal(document=document, decision=reference(day="2014-02-13"), by=registrar)
    return document


def page(client, document, **asked):
    return client.get(reverse("desk:register:document", args=[document.pk]), asked)


def test_a_document_is_shown_as_the_register_said(signed_in, repealed_today):
    now = page(signed_in, repealed_today, **ON)
    then = page(signed_in, repealed_today, known=LAST_WEEK.isoformat(), **ON)

    assert now.context["span"].standing == "repealed"
    assert "belief" not in now.content.decode()
    assert then.context["span"].standing == "over_but_standing"
    assert then.context["steps"] == []
    assert [record.act.kind for record in then.context["records"]] == ["adopted"]
    assert 'class="notice notice--warning" role="status"' in then.content.decode()
    assert reverse("desk:register:retract", args=[1])[:-10] not in then.content.decode()


def test_what_was_not_there_yet_is_said(signed_in, registrar):
    document = entered("Ny plan", by=registrar)

    shown = page(signed_in, document, known=LAST_WEEK.isoformat())

    assert shown.context["believed"] is None
    assert "Dokumentet fanns inte i registret då" in shown.content.decode()


@pytest.mark.parametrize("known", ["igår", "2020-13-01", "2999-01-01", ""])
def test_a_day_that_is_none_or_to_come_shows_what_holds_now(signed_in, repealed_today, known):
    shown = page(signed_in, repealed_today, known=known, **ON)

    assert shown.status_code == 200
    assert shown.context["span"].standing == "repealed"


@pytest.mark.parametrize(("standing", "hits"), [("", 1), ("over_but_standing", 1), ("repealed", 0)])
def test_the_list_is_shown_as_the_register_said(
    signed_in, registrar, repealed_today, standing, hits
):
    entered("Ny plan", by=registrar)

    asked = {"known": LAST_WEEK.isoformat(), "standing": standing, **ON}
    shown = signed_in.get(reverse("desk:register:list"), asked)

    rows = shown.context["rows"]
    assert [row.span.standing for row in rows] == ["over_but_standing"] * hits
    assert f"known={LAST_WEEK}" in shown.content.decode() or not hits


def test_the_term_is_shown_with_its_sentence(signed_in, registrar):
    document = entered("Plan", by=registrar)
    words = "Planen gäller till dess att en ny plan antas."
    adopt(
        document=document,
        decision=reference(),
        by=registrar,
        term=Term.UNTIL_SUCCESSOR,
        term_words=words,
    )

    html = page(signed_in, document).content.decode()

    assert f"<blockquote>{words}</blockquote>" in html
    assert "Tills ett annat dokument ersätter det." in html


def test_a_record_is_taken_back_at_the_desk(signed_in, repealed_today):
    act = repealed_today.acts.get(kind="repealed")
    address = reverse("desk:register:retract", args=[act.pk])

    signed_in.post(address, {"because": ""})
    assert repealed_today.acts.count() == 2
    signed_in.post(address, {"because": "Fel dokument"})

    assert repealed_today.acts.count() == 1
    assert page(signed_in, repealed_today, **ON).context["span"].standing == "over_but_standing"
    assert signed_in.get(address).status_code == 405


def test_a_day_ends_by_the_municipalitys_clock():
    from vagvisare.desk.register.belief import end_of

    assert end_of(date(2026, 7, 1)).isoformat() == "2026-07-01T23:59:59.999999+02:00"
