import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.organization import body
from tests.factories.register import adopted
from vagvisare.audit.models import AuditLine
from vagvisare.decisions.models import Decision
from vagvisare.register.actions.add_version import add_version
from vagvisare.register.actions.retract import retract
from vagvisare.register.models import Amendment, Version
from vagvisare.register.states import TextKind

TEXT = "1 § Nämnden har nio ledamöter.\n\n2 § Nämnden möts.\n\n3 § Taxan är 100 kronor.\n"


@pytest.fixture
def document(registrar):
    document = adopted("Reglemente", by=registrar, open_ended=True, published=True)
    add_version(document=document, text=TEXT, by=registrar, act=document.acts.get())
    return document


def at(document, page):
    return f"/desk/register/{document.pk}/{page}/"


def sent(*changes, step="preview", **parts):
    form = {
        "body": body().pk,
        "day": "2026-03-02",
        "section": "12",
        "point": "1",
        "changes-TOTAL_FORMS": "4",
        "changes-INITIAL_FORMS": "0",
        "step": step,
    }
    rows = [*changes, *[("reworded", "", "")] * (4 - len(changes))]
    for i, (change, place, wording) in enumerate(rows):
        form |= {
            f"changes-{i}-change": change,
            f"changes-{i}-place": place,
            f"changes-{i}-wording": wording,
        }
    return form | parts


REWORDED = ("reworded", "3 §", "Taxan är 200 kronor.")


def test_the_preview_shows_the_text_and_saves_nothing(signed_in, document):
    lines = AuditLine.objects.count()

    page = signed_in.post(at(document, "amend"), sent(REWORDED, ("struck", "2 §", "")))

    shown = page.content.decode()
    assert "200" in shown and "<ins>" in shown and "<del>" in shown
    assert "1 stycke har ny lydelse, 1 utgår" in shown
    assert Version.objects.count() == 1
    assert not Decision.objects.exists()
    assert AuditLine.objects.count() == lines


def test_what_was_previewed_is_saved_with_its_decision(signed_in, document):
    preview = signed_in.post(at(document, "amend"), sent(REWORDED))
    fields = dict(preview.context["fields"])

    answer = signed_in.post(
        at(document, "amend"), fields | {"seen": preview.context["seen"].pk, "step": "save"}
    )

    assert answer.url == f"/desk/register/{document.pk}/"
    assert document.versions.first().kind == TextKind.CONSOLIDATED
    assert "200 kronor" in document.versions.first().text
    assert Amendment.objects.get().act.decided_on == "2026-03-02"
    assert "3 §: ny lydelse" in signed_in.get(answer.url).content.decode()


def test_a_text_that_came_between_preview_and_save_stops_it(signed_in, document, registrar):
    preview = signed_in.post(at(document, "amend"), sent(REWORDED))
    seen = preview.context["seen"].pk
    add_version(document=document, text=TEXT + "\n4 § Nytt.\n", by=registrar)

    answer = signed_in.post(at(document, "amend"), sent(REWORDED, step="save", seen=seen))

    assert answer.status_code == 409
    assert "Taxan är 200 kronor." in answer.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("reworded", "9 §", "Nytt."), "Närmast är"),
        (("reworded", "", "Nytt."), "Ange stället"),
        (("struck", "2 §", "Nytt."), "Det som utgår"),
        (("inserted", "5 §", ""), "Skriv den nya"),
        (("struck", "", ""), "Ange minst ett ställe"),
    ],
)
def test_what_cannot_be_done_is_said_and_the_form_keeps_its_text(signed_in, document, change, said):
    page = signed_in.post(at(document, "amend"), sent(change, because="Viktigt skäl"))

    shown = page.content.decode()
    assert said in shown
    assert "Viktigt skäl" in shown
    assert not Decision.objects.exists()


def test_going_back_from_the_preview_keeps_everything(signed_in, document):
    page = signed_in.post(at(document, "amend"), sent(REWORDED, step="change", because="Skäl"))

    shown = page.content.decode()
    assert "Taxan är 200 kronor." in shown and "Skäl" in shown


def test_more_rows_come_without_a_word_of_complaint(signed_in, document):
    form = sent(*[REWORDED] * 4, step="more", day="", section="")

    page = signed_in.post(at(document, "amend"), form)

    assert len(page.context["changes"].forms) == 8
    assert "error-summary" not in page.content.decode()
    assert page.content.decode().count("Taxan är 200 kronor.") == 4


def test_a_retracted_amendment_is_told_and_taken_out(signed_in, document, registrar):
    preview = signed_in.post(at(document, "amend"), sent(REWORDED))
    fields = dict(preview.context["fields"])
    signed_in.post(
        at(document, "amend"), fields | {"seen": preview.context["seen"].pk, "step": "save"}
    )
    retract(act=Amendment.objects.get().act, by=registrar, because="Fel dokument")
    address = f"/desk/register/{document.pk}/"
    told = "vars registrering har återtagits"
    assert told in signed_in.get(address).content.decode()

    signed_in.post(at(document, "rework"))

    assert told not in signed_in.get(address).content.decode()
    assert "100 kronor" in document.versions.first().text


def test_two_versions_stand_side_by_side_in_words(signed_in, document, registrar):
    new = (
        TEXT.replace("nio", "elva").replace("2 § Nämnden möts.\n\n", "") + "\n4 § Protokoll förs.\n"
    )
    add_version(document=document, text=new, by=registrar)

    shown = signed_in.get(at(document, "compare")).content.decode()

    assert "1 stycke har ny lydelse, 1 är nytt, 1 utgår." in shown
    assert "utgår:" in shown and "slut på det nya" in shown
    assert "Taxan är 100 kronor." not in shown
    assert (
        "Taxan är 100 kronor."
        in signed_in.get(at(document, "compare") + "?whole=yes").content.decode()
    )


def test_the_page_says_what_the_body_changed_in_the_proposal(signed_in, document, registrar):
    add_version(
        document=document, text=TEXT.replace("nio", "sju"), by=registrar, kind=TextKind.PROPOSED
    )
    add_version(document=document, text=TEXT.replace("nio", "elva"), by=registrar)

    assert (
        "Vad organet ändrade i förslaget" in signed_in.get(at(document, "")[:-1]).content.decode()
    )
    shown = signed_in.get(at(document, "compare")).content.decode()
    assert "Organet ändrade förslaget: 1 stycke har ny lydelse." in shown


@pytest.mark.parametrize("query", ["?before=x", "?before=99&after=-1", "?whole=maybe"])
def test_nonsense_in_the_address_gives_a_page(signed_in, document, query):
    assert signed_in.get(at(document, "compare") + query).status_code == 200


def test_a_text_is_pasted_with_its_decision(signed_in, document):
    act = document.acts.get()
    answer = signed_in.post(
        at(document, "text"), {"kind": "adopted", "act": act.pk, "text": "1 § Ny text."}
    )

    assert answer.status_code == 302
    assert document.versions.first().text == "1 § Ny text."
    assert document.versions.first().act == act


def test_a_file_is_read_and_kept(signed_in, document):
    upload = SimpleUploadedFile("ny.txt", "1 § Texten i filen.".encode())
    answer = signed_in.post(at(document, "text"), {"kind": "consolidated", "file": upload})

    version = document.versions.first()
    assert answer.status_code == 302
    assert "Texten i filen" in version.text
    assert (version.file_name, len(version.file_sha256)) == ("ny.txt", 64)


@pytest.mark.parametrize(
    "sent", [{"kind": "adopted"}, {"kind": "adopted", "file": SimpleUploadedFile("a.bin", b"\0\1")}]
)
def test_a_text_without_words_is_refused(signed_in, document, sent):
    assert signed_in.post(at(document, "text"), sent).status_code == 200
    assert document.versions.count() == 1


def test_the_open_web_shows_the_text_of_the_day_and_never_a_proposal(
    signed_in, client, document, registrar
):
    add_version(document=document, text="Hemligt förslag", by=registrar, kind=TextKind.PROPOSED)
    preview = signed_in.post(at(document, "amend"), sent(REWORDED, first_day="2027-01-01"))
    # The form is previewed against the text that holds, not against the proposal.
    fields = dict(preview.context["fields"])
    signed_in.post(
        at(document, "amend"), fields | {"seen": preview.context["seen"].pk, "step": "save"}
    )
    address = f"/documents/{document.slug}/?on="

    before = client.get(f"{address}2026-12-31").content.decode()
    after = client.get(f"{address}2027-01-01").content.decode()
    assert "100 kronor" in before and "200 kronor" in after
    assert "Hemligt förslag" not in before + after


def test_a_reader_sees_versions_and_changes_none(client, reader, document):
    client.force_login(reader, backend="allauth.account.auth_backends.AuthenticationBackend")

    assert client.get(at(document, "compare")).status_code == 200
    assert client.get(at(document, "text")).status_code == 403
    assert client.get(at(document, "amend")).status_code == 403
