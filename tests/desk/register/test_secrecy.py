import pytest

from tests.desk.register.test_views import form
from tests.factories.organization import person
from tests.factories.register import adopted, reference
from vagvisare.register.actions.add_version import add_version
from vagvisare.register.actions.replace import replace
from vagvisare.register.models import SteeringDocument


def edited(client, document, **parts):
    address = f"/desk/register/{document.pk}/edit/"
    given = form(title=document.title, based_on=str(document.revision), **parts)
    return client.post(address, given)


@pytest.mark.parametrize("secrecy", ["internal", "secret"])
def test_what_is_hidden_is_never_published_nor_leaked(signed_in, client, registrar, secrecy):
    document = adopted("Krisplan xyzzy", by=registrar, open_ended=True)
    add_version(document=document, text="Lösenordet är plugh.", by=registrar)
    edited(signed_in, document, secrecy=secrecy, secrecy_ground="18 kap. 8 § OSL")

    answer = signed_in.post(f"/desk/register/{document.pk}/publish/", follow=True)

    assert "Bara det som är öppet" in answer.content.decode()
    for address in ("/", "/?show=all", "/?q=xyzzy&show=all", f"/documents/{document.slug}/"):
        shown = client.get(address).content.decode()
        assert "Krisplan xyzzy" not in shown and "plugh" not in shown
    assert client.get(f"/documents/{document.slug}/").status_code == 404


def test_the_hidden_successor_of_an_open_document_is_not_named(client, registrar):
    old = adopted("Gammal plan", by=registrar, open_ended=True, published=True)
    new = adopted("Ny plan xyzzy", by=registrar, open_ended=True)
    SteeringDocument.objects.filter(pk=new.pk).update(secrecy="internal")
    replace(document=old, successor=new, decision=reference(day="2020-01-01"), by=registrar)

    assert "xyzzy" not in client.get(f"/documents/{old.slug}/").content.decode()
    assert "xyzzy" not in client.get("/?show=all").content.decode()


def test_what_the_open_web_shows_is_taken_off_before_it_is_hidden(signed_in, registrar):
    document = adopted("Plan", by=registrar, open_ended=True, published=True)

    page = edited(signed_in, document, secrecy="internal", summary="Behåll mig").content.decode()

    assert "Ta bort det därifrån" in page and "Behåll mig" in page
    document.refresh_from_db()
    assert document.secrecy == "open"


def test_secret_needs_its_ground(signed_in, registrar):
    document = adopted("Plan", by=registrar)

    assert "Ange bestämmelsen" in edited(signed_in, document, secrecy="secret").content.decode()


def test_owner_working_name_and_duty_are_edited(signed_in, registrar):
    document, owner = adopted("Plan", by=registrar), person()

    edited(signed_in, document, owner=owner.pk, working_name="Projekt 7", duty="energiplan")

    document.refresh_from_db()
    assert (document.owner, document.working_name, document.duty) == (
        owner,
        "Projekt 7",
        "energiplan",
    )
    shown = signed_in.get(f"/desk/register/{document.pk}/").content.decode()
    assert "Projekt 7" in shown and owner.name in shown and "Energiplan" in shown


def test_an_owner_who_has_left_stays_until_another_is_chosen(signed_in, registrar):
    document, gone = adopted("Plan", by=registrar), person(is_active=False)
    SteeringDocument.objects.update(owner=gone)

    edited(signed_in, document, owner=gone.pk, summary="Ny")

    document.refresh_from_db()
    assert (document.owner, document.summary) == (gone, "Ny")
