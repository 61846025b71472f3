import re

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from tests.conftest import SIGN_IN
from tests.desk.test_versioned import edit_page, opened
from tests.factories.organization import person
from tests.factories.register import entered
from vagvisare.access.roles import Role
from vagvisare.desk.kept_typing import CHARACTERS, SALT, unsigned
from vagvisare.desk.marked import mark_of
from vagvisare.register.models import SteeringDocument

PASSWORD = "ett långt lösenord 17"
WORDS = 'Första "raden" <b>\r\nandra raden & en till'
LOGIN = "/account/login/"


@pytest.fixture
def typed(signed_in, registrar):
    """A form on a document, filled in by the registrar, and where it is posted."""
    document = entered("Plan", by=registrar)
    fields = opened(signed_in, document) | {"summary": WORDS, "typed_by": mark_of(registrar)}
    return edit_page(document), fields


def kept_in(page):
    return re.search(r'name="kept" value="([^"]+)"', page.content.decode()).group(1)


def sign_in(client, who, **further):
    who.set_password(PASSWORD)
    who.save()
    return client.post(LOGIN, {"login": who.email, "password": PASSWORD, **further})


def test_every_form_carries_the_mark_of_whom_it_is_for(signed_in, registrar, typed):
    page = signed_in.get(typed[0]).content.decode()

    assert f'name="typed_by" value="{mark_of(registrar)}"' in page
    assert "typed_by" not in Client().get(LOGIN).content.decode()


def test_what_was_typed_comes_back_after_the_sign_in(registrar, typed):
    client = Client()
    asked = client.post(typed[0], typed[1])
    assert asked.status_code == 403
    assert "raden" not in asked.content.decode().split('name="kept"')[0]

    answer = sign_in(client, registrar, kept=kept_in(asked))
    page = client.get(answer.url)

    assert answer.url == typed[0]
    assert (
        "Det du skrev är tillbaka i formuläret. Inget av det är sparat än." in page.content.decode()
    )
    assert "&lt;b&gt;" in page.content.decode() and "<b>" not in page.content.decode()
    assert SteeringDocument.objects.get().summary == ""
    assert "andra raden" not in client.get(answer.url).content.decode()


def test_a_mistyped_password_keeps_it_too(registrar, typed):
    client = Client()
    word = kept_in(client.post(typed[0], typed[1]))
    again = client.post(LOGIN, {"login": registrar.email, "password": "fel", "kept": word})

    assert kept_in(again) == word


def test_nobody_else_sees_it(typed):
    client, other = Client(), person(Role.REGISTRAR)
    word = kept_in(client.post(typed[0], typed[1]))

    answer = sign_in(client, other, kept=word)

    assert answer.url == reverse("desk:home")
    assert "raden" not in client.get(typed[0]).content.decode()
    assert "kept_typing" not in client.session


def test_a_form_without_anybodys_mark_is_not_carried(typed):
    fields = {name: value for name, value in typed[1].items() if name != "typed_by"}

    assert Client().post(typed[0], fields).status_code == 302


def test_too_much_is_not_carried(typed):
    fields = typed[1] | {"summary": "x" * (CHARACTERS + 1)}

    assert Client().post(typed[0], fields).status_code == 302


def test_a_word_that_is_not_ours_leads_nowhere(registrar):
    forged = signing.dumps({"page": "https://example.org/"}, salt="another")
    stranger = Client().post(
        "/desk/register/new/",
        {"title": "x", "typed_by": "0" * 64},
        headers={"Referer": "https://example.org/form"},
    )

    assert unsigned(forged) is None
    assert unsigned(kept_in(stranger)).page == "/desk/register/new/"
    assert sign_in(Client(), registrar, kept=forged).url == reverse("desk:home")


def test_a_form_that_was_too_old_is_filled_in_again(registrar, typed):
    client = Client(enforce_csrf_checks=True)
    client.force_login(registrar, backend=SIGN_IN)

    answer = client.post(typed[0], typed[1] | {"csrfmiddlewaretoken": "x" * 64})

    assert (answer.status_code, answer.url) == (302, typed[0])
    assert "andra raden" in client.get(answer.url).content.decode()
    assert SteeringDocument.objects.get().summary == ""


def test_somebody_elses_old_form_is_refused_plainly(typed):
    client = Client(enforce_csrf_checks=True)
    client.force_login(person(Role.REGISTRAR), backend=SIGN_IN)

    answer = client.post(typed[0], typed[1])

    assert answer.status_code == 403
    assert "raden" not in answer.content.decode()


def test_a_field_the_page_has_no_place_for_is_shown_to_copy(registrar, typed):
    client = Client()
    word = kept_in(client.post(typed[0], typed[1] | {"gone": "Borta"}))
    page = client.get(sign_in(client, registrar, kept=word).url).content.decode()

    assert "Borta" in page and "andra raden" in page and "Skicka igen" in page


def test_the_word_is_signed_and_grows_old(typed):
    word = kept_in(Client().post(typed[0], typed[1]))

    assert unsigned(word).fields["summary"] == [WORDS]
    assert unsigned(word[:-1] + ("A" if word[-1] != "A" else "B")) is None
    assert signing.loads(word, salt=SALT)["by"]
