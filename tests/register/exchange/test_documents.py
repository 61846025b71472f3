import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.organization import body, department, person
from tests.register.exchange.listing import (
    DAY,
    PLAN,
    POLICY,
    UGLY,
    Listed,
    edited,
    exported,
    imported,
    kinds,
    outcomes,
    sent,
    undone,
)
from vagvisare.access.checks import NotAllowed
from vagvisare.access.roles import Role
from vagvisare.audit.models import AuditLine
from vagvisare.register.actions.set_review import set_review
from vagvisare.register.duties import duties
from vagvisare.register.exchange.carry_out import (
    CannotUndoImport,
    ImportAnswered,
    NothingChosen,
    accept,
    begin_undo,
)
from vagvisare.register.exchange.comparing import NotThisList, compared, places_of
from vagvisare.register.exchange.documents import TABLE
from vagvisare.register.exchange.upload import CannotReadList
from vagvisare.register.models import Act, ImportRun, StandingSpan, SteeringDocument
from vagvisare.register.queries import adoption_of
from vagvisare.register.states import Secrecy, Standing
from vagvisare.writing.sheet_reading import SheetLimits, read_rows


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_what_goes_out_comes_back_unchanged(two, registrar, form):
    plan, _policy = two
    SteeringDocument.objects.filter(pk=plan.pk).update(
        summary=UGLY,
        popular_name="=HYPERLINK(1)",
        working_name="'+46",
        responsible_role="-",
        secrecy=Secrecy.SECRET,
        secrecy_ground="OSL 18:8",
        owner=registrar,
        department=department(),
        review_due=DAY,
    )

    run = sent(TABLE, exported(TABLE, form), registrar)

    assert kinds(run) == {PLAN: "unchanged", POLICY: "unchanged"}


def test_the_standing_is_shown_and_not_read_back(two, registrar):
    listed = Listed(TABLE).write(PLAN, standing="Gäller")

    assert Listed(TABLE).value(PLAN, "standing") == "Utgånget men inte upphävt"
    run = listed.sent_in(registrar)
    assert kinds(run)[PLAN] == "unchanged"
    assert run.unread == ["Läge"]


def test_cells_that_differ_are_shown_old_and_new(two, registrar):
    listed = Listed(TABLE).write(POLICY, title="Policy för sammanträden", review_due=DAY)

    row = listed.sent_in(registrar).rows.get(kind="changed")

    assert row.changes == {
        "title": [POLICY, "Policy för sammanträden"],
        "review_due": ["", "2026-11-24"],
    }
    assert row.chosen


def test_a_confirmed_change_goes_through_the_actions_and_leaves_its_trace(two, registrar):
    _plan, policy = two
    run = Listed(TABLE).write(POLICY, popular_name="Mötespolicyn").sent_in(registrar, "våren.xlsx")

    assert outcomes(imported(run, TABLE, registrar)) == {POLICY: "done"}

    policy.refresh_from_db()
    assert (policy.popular_name, policy.revision) == ("Mötespolicyn", 2)
    line = AuditLine.objects.order_by("number").last()
    assert (line.verb, line.because) == ("edited", f"våren.xlsx [{run.pk}]")


def test_every_column_that_is_read_can_be_changed(two, registrar):
    _plan, policy = two
    owner = person(Role.OFFICER, email="agare@kommun.example")
    values = {
        "title": "Riktlinje för möten",
        "popular_name": "=2+2",
        "working_name": "Utkast",
        "document_type": "riktlinje",
        "department": department().name,
        "owner": "AGARE@kommun.example",
        "responsible_role": "Kanslichef",
        "summary": UGLY,
        "review_due": DAY,
        "secrecy": "SEKRETESS",
        "secrecy_ground": "OSL 18 kap. 8 §",
        "duty": "biblioteksplan",
        "body": "KF",
        "decided_on": "2020-02",
        "section": 7,
        "diary_no": "KS 2020/1",
        "first_day": date(2020, 3, 1),
        "last_day": date(2030, 12, 31),
    }
    listed = Listed(TABLE)
    missing = {c.name for c in TABLE.columns if c.read} - values.keys()
    duty = next(iter(duties()))
    run = listed.write(POLICY, **(values | {"duty": duty})).sent_in(registrar)

    imported(run, TABLE, registrar)

    assert missing == {"open_ended"}
    row = run.rows.get(number=listed.row_of("Riktlinje för möten"))
    assert (row.faults, row.said, row.outcome) == ([], "", "done")
    policy.refresh_from_db()
    assert policy.title == "Riktlinje för möten"
    assert (policy.popular_name, policy.working_name) == ("=2+2", "Utkast")
    assert (policy.document_type, policy.department) == ("riktlinje", department())
    assert (policy.owner, policy.responsible_role) == (owner, "Kanslichef")
    assert policy.summary.replace("\r\n", "\n") == UGLY.replace("\r\n", "\n")
    assert (policy.review_due, policy.duty) == (DAY, duty)
    assert (policy.secrecy, policy.secrecy_ground) == (Secrecy.SECRET, "OSL 18 kap. 8 §")
    act = adoption_of(policy)
    assert (act.body, act.decided_on, act.section) == (body(), "2020-02", "7")
    assert (act.diary_no, act.first_day) == ("KS 2020/1", date(2020, 3, 1))
    assert act.last_day == date(2030, 12, 31)
    assert Listed(TABLE).value("Riktlinje för möten", "standing") == "Gäller"


def test_new_rows_become_documents_with_their_adoption(two, registrar):
    new = {"title": "  Biblioteksplan\n2027 ", "document_type": "Plan", "body": "Kommunfullmäktige"}
    run = Listed(TABLE).add(**new, decided_on="2026-11-02", open_ended="ja").sent_in(registrar)

    imported(run, TABLE, registrar)

    made = SteeringDocument.objects.get(title="Biblioteksplan 2027")
    assert StandingSpan.objects.covering(DAY).get(document=made).standing == Standing.IN_FORCE
    assert run.rows.get(kind="new").key == str(made.pk)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("title", " ", "tom"),
        ("title", "x" * 501, "501"),
        ("document_type", "trollformel", "trollformel"),
        ("department", "Okända kontoret", "Okända kontoret"),
        ("owner", "ingen@kommun.example", "ingen@kommun.example"),
        ("review_due", "i morgon", "i morgon"),
        ("review_due", "=TODAY()", r"=TODAY\(\)"),
        ("secrecy", "kanske", "kanske"),
        ("secrecy", "Sekretess", "bestämmelse"),
        ("decided_on", "2020-13", "2020-13"),
        ("open_ended", "kanske", "kanske"),
        ("last_day", date(2001, 1, 1), "före"),
        ("version", None, "[Vv]ersion"),
        ("number", 999_999, "999999"),
        ("number", "abc", "abc"),
    ],
)
def test_a_wrong_cell_is_named_with_a_sentence_and_stops_only_its_row(
    two, registrar, name, value, words
):
    listed = Listed(TABLE).write(POLICY, popular_name="Mötespolicyn")
    number = listed.row_of(PLAN)
    changed = {"popular_name": "Parkplanen"} | {name: value}

    run = listed.write(PLAN, **changed).sent_in(registrar)

    row = run.rows.get(number=number)
    assert row.kind == "faulty"
    assert not row.chosen
    (place, heading, sentence), *_more = row.faults
    letter = listed.sheet.cell(number, listed.place(name)).coordinate
    assert place == letter or name == "secrecy"
    assert heading
    assert re.search(words, sentence), sentence
    assert run.rows.get(label=POLICY).chosen


def test_a_row_twice_is_said_at_the_second(two, registrar):
    listed = Listed(TABLE)
    listed.write(listed.sheet.max_row + 1, number=listed.value(PLAN, "number"), title="Två")

    row = listed.sent_in(registrar).rows.get(label="Två")

    assert row.kind == "faulty"
    assert f"rad {listed.row_of(PLAN)}" in row.faults[0][2]


def test_rows_that_are_left_out_stay_as_they_are(two, registrar):
    listed = Listed(TABLE).write(PLAN, popular_name="A").write(POLICY, popular_name="B")
    run = listed.sent_in(registrar)

    imported(run, TABLE, registrar, left_out=[listed.row_of(PLAN)])

    assert outcomes(run) == {POLICY: "done"}
    assert SteeringDocument.objects.get(title=PLAN).popular_name == ""


def test_a_row_edited_since_it_went_out_shows_both_values(two, registrar):
    listed = Listed(TABLE).write(PLAN, popular_name="Från filen").write(POLICY, summary="Ny")
    edited(two[0], registrar, popular_name="Från sidan")

    run = listed.sent_in(registrar)

    row = run.rows.get(label=PLAN)
    assert (row.kind, row.chosen) == ("conflict", False)
    assert row.changes == {"popular_name": ["Från sidan", "Från filen"]}
    assert kinds(run)[POLICY] == "changed"


def test_what_does_not_count_revisions_is_seen_to_have_changed_too(two, registrar):
    listed = Listed(TABLE)
    set_review(document=two[0], due=DAY, by=registrar)

    assert kinds(listed.write(PLAN, summary="Ny").sent_in(registrar))[PLAN] == "conflict"


def test_a_row_edited_after_the_preview_is_refused_with_both_values(two, registrar):
    run = Listed(TABLE).write(PLAN, popular_name="Från filen").sent_in(registrar)
    edited(two[0], registrar, popular_name="Från sidan")

    imported(run, TABLE, registrar)

    row = run.rows.get(label=PLAN)
    assert row.outcome == "refused"
    assert row.changes == {"popular_name": ["", "Från filen", "Från sidan"]}
    assert SteeringDocument.objects.get(title=PLAN).popular_name == "Från sidan"


def test_an_adoption_can_be_corrected_and_the_wrong_one_is_kept(two, registrar):
    run = Listed(TABLE).write(PLAN, section="121").sent_in(registrar)

    imported(run, TABLE, registrar)

    assert adoption_of(two[0]).section == "121"
    assert adoption_of(two[0]).last_day == date(2010, 12, 31)
    assert Act.every.get(retracted_at__isnull=False).section == "120"


def test_nothing_is_deleted_by_rows_that_are_not_there(two, registrar):
    listed = Listed(TABLE)
    listed.sheet.delete_rows(listed.row_of(PLAN))

    run = listed.sent_in(registrar)

    assert run.rows.count() == 1
    with pytest.raises(NothingChosen):
        accept(run=run, table=TABLE, by=registrar)
    imported(listed.write(POLICY, summary="S").sent_in(registrar), TABLE, registrar)
    assert SteeringDocument.objects.count() == 2


def test_columns_may_be_left_out_and_stand_in_any_order(two, registrar):
    token = Listed(TABLE).value(PLAN, "version")
    text = f"version;Popular name;NR\r\n{token};Parkplanen;{two[0].pk}\r\n"

    run = sent(TABLE, text.encode(), registrar)

    assert run.rows.get().changes == {"popular_name": ["", "Parkplanen"]}


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"Ort;Land\r\nHar;Dar\r\n", NotThisList),
        (b"Titel;Titel\r\na;b\r\n", NotThisList),
        (b"Titel\r\n", CannotReadList),
        (b"", CannotReadList),
    ],
)
def test_a_file_that_is_no_such_list_is_refused_whole(registrar, content, refusal):
    with pytest.raises(refusal):
        sent(TABLE, content, registrar)
    assert not ImportRun.objects.exists()


def test_who_may_not_edit_may_not_import(two, reader):
    with pytest.raises(NotAllowed):
        sent(TABLE, exported(TABLE), reader)


def test_a_list_is_answered_once_and_undone_once(two, registrar):
    run = Listed(TABLE).write(PLAN, popular_name="A").sent_in(registrar)
    with pytest.raises(CannotUndoImport):
        begin_undo(run=run, table=TABLE, by=registrar)
    imported(run, TABLE, registrar)
    with pytest.raises(ImportAnswered):
        accept(run=run, table=TABLE, by=registrar)
    undone(run, TABLE, registrar)
    with pytest.raises(CannotUndoImport):
        begin_undo(run=run, table=TABLE, by=registrar)


def test_a_refusal_of_an_action_stops_only_its_row(two, registrar):
    listed = Listed(TABLE).write(PLAN, secrecy="Internt").write(POLICY, popular_name="B")
    run = listed.sent_in(registrar)
    SteeringDocument.objects.filter(title=PLAN).update(published_at="2026-01-01T00:00Z")

    imported(run, TABLE, registrar)

    assert outcomes(run) == {PLAN: "refused", POLICY: "done"}
    assert "web" in run.rows.get(label=PLAN).said


WILD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=50)
STARTS = st.sampled_from(["", "=", "+", "-", "@", "'", '"', ";", "\r\n", "\t", "_x000D_"])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(start=STARTS, text=WILD, form=st.sampled_from(["xlsx", "csv"]))
def test_any_text_in_any_text_column_goes_out_and_in_unchanged(two, tmp_path, start, text, form):
    wild = start + text
    SteeringDocument.objects.filter(pk=two[0].pk).update(
        title=wild or "x",
        popular_name=wild,
        working_name=wild,
        responsible_role=wild,
        summary=wild,
        secrecy_ground=wild,
        duty=wild[:60],
    )
    path = tmp_path / "list"
    path.write_bytes(exported(TABLE, form))

    headings, *rows = list(read_rows(path, SheetLimits()))
    results = list(compared(rows, places_of(headings, TABLE), TABLE, DAY))

    assert [result.kind for result in results] == ["unchanged", "unchanged"]
