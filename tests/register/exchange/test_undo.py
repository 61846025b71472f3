from tests.register.exchange.listing import (
    DAY,
    PLAN,
    POLICY,
    UGLY,
    Listed,
    edited,
    imported,
    outcomes,
    undone,
)
from vagvisare.audit.models import AuditLine
from vagvisare.register.exchange.documents import TABLE
from vagvisare.register.models import Act, SteeringDocument
from vagvisare.register.queries import adoption_of


def test_undo_brings_everything_back(two, registrar):
    before = exported_rows()
    listed = Listed(TABLE).write(
        PLAN,
        title="Annan",
        review_due=DAY,
        body=None,
        decided_on=None,
        section=None,
        diary_no=None,
        first_day=None,
        last_day=None,
    )
    listed.write(POLICY, decided_on="2020", open_ended="ja", summary=UGLY)
    run = imported(listed.sent_in(registrar), TABLE, registrar)
    assert set(outcomes(run).values()) == {"done"}
    assert adoption_of(two[0]) is None
    assert adoption_of(two[1]) is not None

    undone(run, TABLE, registrar)

    assert set(outcomes(run).values()) == {"undone"}
    assert exported_rows() == before
    assert Act.every.filter(retracted_at__isnull=False).count() == 2
    assert AuditLine.objects.order_by("number").last().because.startswith("Ångrad: register.xlsx")


def exported_rows() -> list[tuple]:
    """All cells but the versions, which count edits."""
    listed = Listed(TABLE)
    last = listed.place("version")
    return [tuple(row)[: last - 1] for row in listed.sheet.iter_rows(values_only=True)]


def test_undo_leaves_what_somebody_changed_since_and_says_so(two, registrar):
    listed = Listed(TABLE).write(PLAN, popular_name="A").write(POLICY, popular_name="B")
    run = imported(listed.sent_in(registrar), TABLE, registrar)
    edited(two[0], registrar, popular_name="Senare")

    undone(run, TABLE, registrar)

    assert outcomes(run) == {PLAN: "left", POLICY: "undone"}
    row = run.rows.get(label=PLAN)
    assert row.changes["popular_name"] == ["", "A", "Senare"]
    assert row.said
    assert SteeringDocument.objects.get(title=PLAN).popular_name == "Senare"
    assert SteeringDocument.objects.get(title=POLICY).popular_name == ""


def test_undo_of_a_new_document_retracts_its_adoption_and_deletes_nothing(two, registrar):
    listed = Listed(TABLE).add(title="Ny plan", document_type="plan", decided_on="2020-01-01")
    run = imported(listed.sent_in(registrar), TABLE, registrar)

    undone(run, TABLE, registrar)

    made = SteeringDocument.objects.get(title="Ny plan")
    assert adoption_of(made) is None
    assert "återkallat" in run.rows.get(label="Ny plan").said
