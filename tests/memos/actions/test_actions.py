from datetime import date
from io import BytesIO

import pytest
from docx import Document

from tests.factories.organization import body, department, person
from tests.factories.register import adopted, reference
from tests.memos.making import COMMITTEE, DAY, OWN, assignment, drafted, matter
from vagvisare.access.checks import NotAllowed
from vagvisare.access.roles import Role
from vagvisare.audit.models import AuditLine
from vagvisare.audit.queries import first_broken_line, lines_about
from vagvisare.memos import policies
from vagvisare.memos.actions.edit_memo import edit_memo
from vagvisare.memos.actions.issue_memo import RegisterMoved, RemarksLeft, issue_memo
from vagvisare.memos.actions.regenerate import regenerate
from vagvisare.memos.files import pdf_of, word_of
from vagvisare.memos.models import Memo
from vagvisare.memos.states import MemoState
from vagvisare.organization.models import Body
from vagvisare.register.actions.note import note
from vagvisare.register.actions.repeal import repeal
from vagvisare.writing.json_form import from_json
from vagvisare.writing.sources import sentences_of


def texts(memo):
    paper = from_json(Memo.objects.get(pk=memo.pk).paper)
    return [sentence.text for block in paper.blocks for sentence in sentences_of(block)]


def test_a_draft_says_what_the_register_says_on_its_day(registrar):
    plan = adopted("Plan för parker", by=registrar, department=department())
    note(
        document=plan,
        decision=reference(COMMITTEE, "2011-05-26", section="40"),
        by=registrar,
        because="Ingen påtaglig effekt.",
    )
    note(
        document=plan,
        decision=reference(COMMITTEE, "2014-05-26", section="9"),
        by=registrar,
        because="Senare.",
    )

    memo = drafted(registrar, documents=[plan], assignment=assignment(registrar))

    said = texts(memo)
    clause = "Plan för parker, antagen av kommunfullmäktige 2007-12-12, § 120, upphör att gälla."
    assert said[:2] == [
        "Gymnasie- och arbetsmarknadsnämnden föreslår kommunfullmäktige besluta:",
        clause,
    ]
    assert "Om den står i registret: ”Ingen påtaglig effekt.”" in said
    assert not [text for text in said if "Senare" in text]
    over = "Den 20 november 2013 har det gått 2 år och 323 dagar sedan giltighetstiden löpte ut."
    assert over in said
    assert "Utvecklingsförvaltningen" in said
    assert [text for text in said if text.endswith("§ 71, förklaras avslutat.")]
    assert lines_about(memo)[0].verb == "memo-drafted"


def test_a_body_that_took_over_decides_on_its_predecessors_documents(registrar):
    old = body("kultur-och-fritidsnamnden")
    plan = adopted("Plan", by=registrar, decided=reference(old.key))
    old.last_day, old.successor = date(2012, 12, 31), body("barn-och-utbildningsnamnden")
    old.save()

    said = texts(drafted(registrar, documents=[plan]))

    assert said[0].endswith("föreslår barn- och utbildningsnämnden besluta:")
    assert "antagen av kultur- och fritidsnämnden 2007-12-12" in said[1]


def test_a_reader_drafts_nothing(registrar, reader):
    plan, case = adopted(by=registrar), matter(registrar)

    with pytest.raises(NotAllowed):
        drafted(reader, documents=[plan], matter=case)


def test_what_is_in_force_or_ended_is_refused_by_name(registrar):
    over = adopted("Gammal plan", by=registrar)
    new = adopted("Ny plan", by=registrar, open_ended=True)
    ended = adopted("Upphävd plan", by=registrar)
    repeal(document=ended, decision=reference(day="2012-01-10"), by=registrar)

    with pytest.raises(policies.NotOver) as refusal:
        drafted(registrar, documents=[over, new, ended])

    assert "Ny plan" in str(refusal.value)
    assert "Upphävd plan" in str(refusal.value)
    assert "Gammal plan" not in str(refusal.value)


def test_a_memo_about_nothing_is_refused(registrar):
    with pytest.raises(policies.NotOver):
        policies.check_over([], DAY)


def test_an_assignment_must_be_open_on_the_day(registrar):
    later = assignment(registrar, date(2013, 12, 1))

    with pytest.raises(policies.NothingToClose):
        drafted(registrar, assignment=later)


def test_a_body_must_exist_on_the_day(registrar):
    Body.objects.filter(key=COMMITTEE).update(
        last_day=date(2012, 12, 31), successor=body("barn-och-utbildningsnamnden")
    )

    with pytest.raises(policies.NoSuchBody, match="Barn- och utbildningsnämnden"):
        drafted(registrar)


def test_own_words_are_kept_and_marked(registrar):
    memo = drafted(registrar)

    edit_memo(memo=memo, based_on=1, own_text={"summary": "Planen glömdes."}, by=registrar)
    edit_memo(memo=memo, based_on=2, own_text={"assessment": "Se över fler."}, by=registrar)

    memo.refresh_from_db()
    assert memo.revision == 3
    assert memo.own_text == {"summary": "Planen glömdes.", "assessment": "Se över fler."}
    own = [
        sentence.text
        for block in from_json(memo.paper).blocks
        for sentence in sentences_of(block)
        if sentence.own
    ]
    assert own == ["Planen glömdes.", "Se över fler."]


def test_words_for_a_place_that_is_none_are_not_kept(registrar):
    memo = edit_memo(
        memo=drafted(registrar), based_on=1, own_text={"proposal": "Annat."}, by=registrar
    )

    assert memo.own_text == {}


def test_saving_over_somebody_elses_save_is_refused(registrar):
    memo = drafted(registrar)
    edit_memo(memo=memo, based_on=1, own_text={"summary": "Ett."}, by=registrar)

    with pytest.raises(policies.EditedMeanwhile):
        edit_memo(memo=memo, based_on=1, own_text={"summary": "Två."}, by=registrar)

    assert "Ett." in texts(memo)


def test_regenerating_follows_the_register_and_keeps_own_words(registrar):
    plan = adopted("Plan för parker", by=registrar)
    memo = drafted(registrar, documents=[plan])
    edit_memo(memo=memo, based_on=1, own_text={"summary": "Mitt."}, by=registrar)
    note(
        document=plan,
        decision=reference(COMMITTEE, "2011-05-26", section="40"),
        by=registrar,
        because="Svagt.",
    )

    regenerate(memo=memo, by=registrar)
    regenerate(memo=memo, by=registrar)

    assert {"Mitt.", "Om den står i registret: ”Svagt.”"} <= set(texts(memo))
    assert Memo.objects.get().revision == 3


def test_an_issued_memo_keeps_its_files_and_never_changes(registrar):
    memo = drafted(registrar)
    memo = edit_memo(memo=memo, based_on=1, own_text=OWN, by=registrar)

    memo = issue_memo(memo=memo, based_on=2, by=registrar)

    word, pdf = word_of(memo), pdf_of(memo)
    assert any("upphör att gälla" in p.text for p in Document(BytesIO(word)).paragraphs)
    assert pdf.startswith(b"%PDF")
    for change in (
        lambda: edit_memo(memo=memo, based_on=3, own_text={"summary": "X"}, by=registrar),
        lambda: regenerate(memo=memo, by=registrar),
        lambda: issue_memo(memo=memo, based_on=3, by=registrar),
    ):
        with pytest.raises(policies.AlreadyIssued):
            change()
    assert (word_of(memo), pdf_of(memo)) == (word, pdf)
    assert first_broken_line() is None


def test_a_kept_file_that_was_tampered_with_is_not_handed_out(registrar, settings):
    memo = edit_memo(memo=drafted(registrar), based_on=1, own_text=OWN, by=registrar)
    memo = issue_memo(memo=memo, based_on=2, by=registrar)
    folder = settings.STORAGES["default"]["OPTIONS"]["location"]
    (folder / "memos" / memo.pdf_sha256[:2] / memo.pdf_sha256).write_bytes(b"%PDF forged")

    with pytest.raises(ValueError, match="has changed"):
        pdf_of(memo)


def test_remarks_must_be_mended_or_taken_on(registrar):
    memo = drafted(registrar)

    with pytest.raises(RemarksLeft):
        issue_memo(memo=memo, based_on=1, by=registrar)
    issued = issue_memo(memo=memo, based_on=1, by=registrar, despite_remarks=True)

    assert issued.state == MemoState.ISSUED
    assert lines_about(issued)[0].because == "memo.placeholder"


def test_a_memo_the_register_has_left_behind_is_not_issued(registrar):
    plan = adopted("Plan för parker", by=registrar)
    memo = drafted(registrar, documents=[plan])
    note(document=plan, decision=reference(day="2011-01-01"), by=registrar, because="Nytt.")

    with pytest.raises(RegisterMoved):
        issue_memo(memo=memo, based_on=1, by=registrar, despite_remarks=True)


def test_nothing_is_proposed_that_a_decision_has_done_already(registrar):
    plan = adopted("Plan för parker", by=registrar)
    memo = drafted(registrar, documents=[plan])
    repeal(document=plan, decision=reference(day="2013-11-01"), by=registrar)

    with pytest.raises(policies.NotOver):
        issue_memo(memo=memo, based_on=1, by=registrar, despite_remarks=True)


def test_a_politician_reads_and_writes_nothing(registrar):
    memo, politician = drafted(registrar), person(Role.POLITICIAN)
    lines = AuditLine.objects.count()

    with pytest.raises(NotAllowed):
        edit_memo(memo=memo, based_on=1, own_text={"summary": "X"}, by=politician)
    with pytest.raises(NotAllowed):
        regenerate(memo=memo, by=politician)
    with pytest.raises(NotAllowed):
        issue_memo(memo=memo, based_on=1, by=politician)
    assert AuditLine.objects.count() == lines
