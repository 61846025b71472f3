from io import BytesIO
from urllib.parse import unquote

import pikepdf
import pytest
from docx import Document

from tests.conftest import SIGN_IN
from tests.factories.organization import body, person
from tests.factories.register import adopted, reference
from tests.memos.checks.test_noting_memo import NOTING
from tests.memos.examples import COMPLETE
from tests.memos.making import COMMITTEE, DAY, OWN, assignment, drafted, matter
from vagvisare.access.roles import Role
from vagvisare.decisions.models import Matter
from vagvisare.memos.actions.edit_memo import edit_memo
from vagvisare.memos.models import Memo
from vagvisare.memos.states import MemoState
from vagvisare.register.actions.note import note

LIST, NEW, CHECK = "/desk/memos/", "/desk/memos/new/", "/desk/memos/check/"
CLAUSE = "Plan för parker, antagen av kommunfullmäktige 2007-12-12, § 120, upphör att gälla."


def page_of(memo) -> str:
    return f"/desk/memos/{memo.pk}/"


def new_form(*documents, **parts):
    return {
        "day": DAY.isoformat(),
        "documents": [document.pk for document in documents],
        "addressed_to": body(COMMITTEE).pk,
        "diary_no": "GAN 2013/55",
        "matter_title": "Översyn av planer",
    } | parts


def own_form(memo, **parts):
    return {"based_on": memo.revision, "own-0": "", "own-1": "", "own-2": ""} | parts


def whole(registrar, **parts) -> Memo:
    """A memo that the check has nothing to say about."""
    return edit_memo(memo=drafted(registrar, **parts), based_on=1, own_text=OWN, by=registrar)


def test_an_empty_list_says_how_to_begin(signed_in):
    page = signed_in.get(LIST).content.decode()

    assert 'class="empty"' in page
    assert NEW in page


@pytest.mark.parametrize("number", [1, 30])
def test_the_list_costs_the_same_however_long(
    signed_in, registrar, django_assert_max_num_queries, number
):
    plan, case = adopted(by=registrar), matter(registrar)
    for _ in range(number):
        drafted(registrar, documents=[plan], matter=case)

    with django_assert_max_num_queries(6):
        page = signed_in.get(LIST).content.decode()

    assert page.count('<th scope="row">') == number


def test_the_link_from_a_document_chooses_it_the_asker_and_the_assignment(signed_in, registrar):
    plan, other = adopted("Plan för parker", by=registrar), adopted("Annan plan", by=registrar)
    asked = assignment(registrar)
    asked.document = plan
    asked.save()

    page = signed_in.get(NEW, {"document": plan.pk, "on": "2013-11-20"})

    form = page.context["form"]
    assert form["documents"].value() == [plan.pk]
    assert form.initial["addressed_to"] == body(COMMITTEE)
    assert form.initial["assignment"] == asked
    assert f'value="{plan.pk}"' in page.content.decode()
    assert other.title in page.content.decode()
    assert "2 år och 323 dagar" in page.content.decode()


def test_a_draft_is_made_with_its_matter(signed_in, registrar):
    plan = adopted("Plan för parker", by=registrar)

    answer = signed_in.post(NEW, new_form(plan))

    memo = Memo.objects.get()
    assert answer.url == page_of(memo)
    assert memo.matter.diary_no == "GAN 2013/55"
    assert memo.day == DAY


def test_a_matter_is_found_by_its_number(signed_in, registrar):
    plan, known = adopted(by=registrar), matter(registrar)

    signed_in.post(NEW, new_form(plan, diary_no="gan 2013/55", matter_title=""))

    assert Memo.objects.get().matter == known
    assert Matter.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "left"),
    [
        ({"documents": []}, "Översyn av planer"),
        ({"diary_no": "", "matter_title": ""}, ""),
        ({"addressed_to": ""}, "Översyn av planer"),
        ({"day": "igår"}, "Översyn av planer"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(signed_in, registrar, change, left):
    plan = adopted(by=registrar)

    answer = signed_in.post(NEW, new_form(plan, **change))

    assert answer.status_code == 200
    assert "error-summary" in answer.content.decode()
    assert left in answer.content.decode()
    assert not Matter.objects.exists()


def test_a_matter_both_chosen_and_written_is_one_too_many(signed_in, registrar):
    plan, known = adopted(by=registrar), matter(registrar)

    answer = signed_in.post(NEW, new_form(plan, matter=known.pk, diary_no="X 1/2"))

    assert answer.context["form"].has_error("matter")


def test_nothing_to_propose_is_said(signed_in):
    assert 'class="empty"' in signed_in.get(NEW).content.decode()


def test_a_day_that_is_none_is_said(signed_in, registrar):
    adopted(by=registrar)

    assert "on-fault" in signed_in.get(NEW, {"on": "igår"}).content.decode()


def test_the_memo_shows_each_sentence_with_its_source(signed_in, registrar):
    plan = adopted("Plan för parker", by=registrar)
    memo = drafted(registrar, documents=[plan], assignment=assignment(registrar))

    page = signed_in.get(page_of(memo)).content.decode()

    assert CLAUSE + '<sup><a class="ds-link" href="#source-' in page
    assert "föreslår kommunfullmäktige besluta:" in page
    assert f'href="/desk/register/{plan.pk}/">Kommunfullmäktige 2007-12-12 § 120' in page
    numbers = page.count('id="source-')
    assert numbers == page.count('id="mention-') > 4


def test_remarks_lead_to_their_place(signed_in, registrar):
    memo = drafted(registrar, matter=matter(registrar, diary_no=""))

    answer = signed_in.get(page_of(memo))

    rules = {shown.remark.rule: shown.anchor for shown in answer.context["remarks"]}
    assert rules.keys() == {"memo.empty-diary-number", "memo.placeholder"}
    assert f'id="{rules["memo.placeholder"]}"' in answer.content.decode()


def test_own_words_are_saved_and_marked(signed_in, registrar):
    memo = drafted(registrar)

    answer = signed_in.post(page_of(memo), own_form(memo, **{"own-0": "Mina <b>ord</b>."}))

    assert answer.status_code == 302
    page = signed_in.get(page_of(memo)).content.decode()
    assert 'Mina &lt;b&gt;ord&lt;/b&gt;. <span class="ds-tag"' in page


def test_two_who_write_at_once_both_keep_their_words(signed_in, registrar):
    memo = drafted(registrar)
    edit_memo(memo=memo, based_on=1, own_text={"summary": "Deras ord."}, by=registrar)

    answer = signed_in.post(page_of(memo), own_form(memo, **{"own-0": "Mina ord."}))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Deras ord." in page
    assert "Mina ord." in page
    assert 'name="based_on" value="2"' in page
    assert Memo.objects.get().own_text == {"summary": "Deras ord."}


def test_a_register_that_moved_is_said(signed_in, registrar):
    plan = adopted("Plan för parker", by=registrar)
    memo = drafted(registrar, documents=[plan])
    note(document=plan, decision=reference(day="2011-01-01"), by=registrar, because="Nytt.")

    page = signed_in.get(page_of(memo))
    assert page.context["moved"]
    signed_in.post(page_of(memo), own_form(memo))
    assert not signed_in.get(page_of(memo)).context["moved"]


def test_issuing_waits_for_unsaved_words_and_unread_remarks(signed_in, registrar):
    memo = drafted(registrar)
    issue = page_of(memo) + "issue/"

    signed_in.post(issue, own_form(memo, **{"own-0": "Nytt."}))
    memo.refresh_from_db()
    assert (memo.state, memo.own_text["summary"]) == (MemoState.DRAFT, "Nytt.")
    words = own_form(memo, **{"own-0": "Nytt."})
    assert signed_in.post(issue, words).status_code == 409
    assert signed_in.post(issue, words | {"despite_remarks": "yes"}).status_code == 302

    memo.refresh_from_db()
    assert memo.state == MemoState.ISSUED
    assert "<textarea" not in signed_in.get(page_of(memo)).content.decode()


def test_issuing_is_no_link(signed_in, registrar):
    memo = whole(registrar)

    assert signed_in.get(page_of(memo) + "issue/").status_code == 405


@pytest.mark.parametrize("title", ["Plan för å, ä & ö", "<script>alert(1)</script>", "x/y " * 100])
def test_word_and_pdf_are_handed_out_under_a_name_people_know(signed_in, registrar, title):
    memo = whole(registrar, documents=[adopted(title, by=registrar)])

    word, pdf = signed_in.get(page_of(memo) + "word/"), signed_in.get(page_of(memo) + "pdf/")

    written = "\n".join(p.text for p in Document(BytesIO(word.content)).paragraphs)
    assert "antagen av kommunfullmäktige 2007-12-12, § 120, upphör att gälla." in written
    assert word["Content-Type"].endswith("wordprocessingml.document")
    assert pdf["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(pdf.content)) as opened:
        assert len(opened.pages) >= 1
    name = unquote(pdf["Content-Disposition"])
    assert name.endswith((".pdf", '.pdf"'))
    assert "Tjänsteskrivelse" in name
    assert "<" not in name
    page = signed_in.get(page_of(memo)).content.decode()
    assert "<script>alert" not in page


def test_a_reader_without_the_right_sees_no_memo(client, registrar, reader):
    memo = drafted(registrar)
    client.force_login(reader, backend=SIGN_IN)

    for address in (
        LIST,
        NEW,
        CHECK,
        page_of(memo),
        page_of(memo) + "word/",
        page_of(memo) + "pdf/",
    ):
        assert client.get(address).status_code == 403


def test_a_politician_reads_but_does_not_write(client, registrar):
    memo = drafted(registrar)
    client.force_login(person(Role.POLITICIAN), backend=SIGN_IN)

    assert "<textarea" not in client.get(page_of(memo)).content.decode()
    assert client.get(NEW).status_code == 403
    assert client.post(page_of(memo), own_form(memo, **{"own-0": "X"})).status_code == 403
    assert client.post(page_of(memo) + "issue/", own_form(memo)).status_code == 403
    assert Memo.objects.get().revision == 1


def test_a_pasted_memo_gets_its_remarks_and_stays_in_the_field(signed_in):
    answer = signed_in.post(CHECK, {"text": NOTING})

    page = answer.content.decode()
    assert len(answer.context["remarks"]) == 8
    assert "bör tas bort som styrdokument" in page
    assert "Genomgång av Friluftsplanen" in page.split("<textarea")[1]


def test_a_whole_memo_gets_none(signed_in):
    answer = signed_in.post(CHECK, {"text": COMPLETE})

    assert answer.context["remarks"] == []
    assert "notice--ok" in answer.content.decode()


def test_a_text_that_is_no_memo_is_said_to_be_none(signed_in):
    answer = signed_in.post(CHECK, {"text": "<script>alert(1)</script> Hej."})

    assert answer.context["nothing_found"]
    assert "<script>alert" not in answer.content.decode()


def test_an_empty_text_is_asked_for(signed_in):
    assert signed_in.post(CHECK, {"text": " "}).context["form"].has_error("text")
