import re

import pytest
from django.urls import reverse

from tests.factories.register import entered
from vagvisare.desk.versioned import ChangedMeanwhile, check_seen, marks_of
from vagvisare.register.models import SteeringDocument


def edit_page(document):
    return reverse("desk:register:edit", args=[document.pk])


def opened(client, document):
    """What the form posts when nothing in it is changed."""
    form = client.get(edit_page(document)).context["form"]
    values = {name: (form[name].value() or "") for name in form.fields}
    return {name: str(value) for name, value in values.items()}


def fields_of(page):
    """The hidden fields of a page as a browser posts them."""
    found = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: value.replace("&quot;", '"') for name, value in found}


def test_what_only_one_changed_is_chosen_and_what_both_changed_is_asked(signed_in, registrar):
    document = entered("Plan", by=registrar)
    mine, theirs = opened(signed_in, document), opened(signed_in, document)
    signed_in.post(edit_page(document), theirs | {"title": "Deras", "summary": "Deras ord"})

    answer = signed_in.post(
        edit_page(document), mine | {"title": "Min", "responsible_role": "Min roll"}
    )

    assert answer.status_code == 409
    rows = {row.name: row for row in answer.context["differences"]}
    assert {name: row.take for name, row in rows.items()} == {
        "title": "",
        "summary": "theirs",
        "responsible_role": "mine",
    }
    assert (rows["title"].mine, rows["title"].theirs) == ("Min", "Deras")


def merging(client, document):
    """Post over somebody else's; return what the page that shows both posts."""
    mine, theirs = opened(client, document), opened(client, document)
    client.post(edit_page(document), theirs | {"title": "Deras", "summary": "Deras ord"})
    page = client.post(edit_page(document), mine | {"title": "Min", "responsible_role": "Roll"})
    return fields_of(page.content.decode())


CHOICE = {"take-title": "theirs", "take-summary": "theirs", "take-responsible_role": "mine"}


def test_both_are_saved_together(signed_in, registrar):
    document = entered("Plan", by=registrar)

    answer = signed_in.post(edit_page(document), merging(signed_in, document) | CHOICE)

    assert answer.status_code == 302
    saved = SteeringDocument.objects.get()
    assert (saved.title, saved.summary, saved.responsible_role) == ("Deras", "Deras ord", "Roll")


def test_one_may_write_on_before_saving(signed_in, registrar):
    document = entered("Plan", by=registrar)

    page = signed_in.post(
        edit_page(document), merging(signed_in, document) | CHOICE | {"go_on": "yes"}
    )

    assert page.status_code == 200
    assert page.context["form"]["title"].value() == "Deras"
    assert page.context["form"]["responsible_role"].value() == "Roll"
    assert SteeringDocument.objects.get().responsible_role == ""


def test_a_third_save_in_between_is_shown_again(signed_in, registrar):
    document = entered("Plan", by=registrar)
    chosen = merging(signed_in, document) | CHOICE
    third = opened(signed_in, document)
    signed_in.post(edit_page(document), third | {"summary": "En tredjes ord"})

    answer = signed_in.post(edit_page(document), chosen)

    assert answer.status_code == 409
    assert "En tredjes ord" in answer.content.decode()
    assert SteeringDocument.objects.get().summary == "En tredjes ord"


def test_a_hand_over_beneath_an_open_form_is_not_undone_by_it(signed_in, registrar):
    document = entered("Plan", by=registrar)
    mine = opened(signed_in, document)
    SteeringDocument.objects.update(responsible_role="Ny ansvarig")  # its revision is as before

    assert signed_in.post(edit_page(document), mine | {"title": "Min"}).status_code == 409
    assert SteeringDocument.objects.get().responsible_role == "Ny ansvarig"


def test_a_hand_over_is_of_what_the_preview_showed(signed_in, registrar):
    document = entered("Plan", by=registrar)
    address = reverse("desk:register:owners")
    typed = {"chosen": document.pk, "role": "Chefen", "because": "Ny roll"}
    page = signed_in.post(address, typed | {"step": "preview"}).content.decode()
    SteeringDocument.objects.update(responsible_role="Någon annan")

    answer = signed_in.post(address, fields_of(page) | typed | {"step": "save"})

    assert answer.status_code == 409
    assert SteeringDocument.objects.get().responsible_role == "Någon annan"
    again = fields_of(answer.content.decode())
    assert signed_in.post(address, again | typed | {"step": "save"}).status_code == 302
    assert SteeringDocument.objects.get().responsible_role == "Chefen"


def test_a_token_is_of_one_state_only():
    check_seen(marks_of({"a": [1]}), {"a": [1]})
    check_seen("", {"a": [2]})
    for token in (marks_of({"a": [1]}), "not a token", "[]"):
        with pytest.raises(ChangedMeanwhile):
            check_seen(token, {"a": [2]})
