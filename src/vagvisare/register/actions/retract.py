from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register.actions.enact import lock
from vagvisare.register.actions.restand import restand
from vagvisare.register.models import Act, Relation, SteeringDocument
from vagvisare.register.models.relation import RelationKind
from vagvisare.register.states import ActKind

# What is no decision of its own without an adoption.
REST_ON_ADOPTION = (ActKind.REVISED, ActKind.AMENDED, ActKind.PROLONGED, ActKind.ANNULLED)


class CannotRetract(Refusal):
    code = "register.cannot-retract"


@transaction.atomic
def retract(*, act: Act, by: Person, because: str) -> Act:
    """Take back a record that was wrong. It is kept, and counts no more.

    The moment is the database's own, as that of the recording is.

    :raises NotAllowed: when `by` may not record decisions
    :raises CannotRetract: without a reason, when it is retracted already, or others rest on it
    """
    check(by, Permission.DECISIONS_RECORD)
    document = lock(act.document)
    act = Act.every.select_related("body").get(pk=act.pk)
    check_can_be_retracted(act, because)
    _check_nothing_rests_on(act, document)
    take_back(act, because)
    _untie(act)
    restand(document=document)
    record("retracted", document, by=by, because=because, before=told(act))
    return act


def check_can_be_retracted(act: Act, because: str) -> None:
    """Refuse to retract without a reason, or twice.

    :raises CannotRetract: with what is the matter
    """
    if not because.strip():
        raise CannotRetract(_("Write why the record was wrong: the reason stays in the history."))
    if act.retracted_at is not None:
        raise CannotRetract(_("This record is retracted already."))


def take_back(act: Act, because: str) -> None:
    """Mark the act as retracted now."""
    Act.every.filter(pk=act.pk).update(retracted_at=Now(), retracted_because=because.strip())
    act.refresh_from_db(fields=["retracted_at", "retracted_because"])


def told(act: Act) -> dict[str, str]:
    """Return what the act said, as the trail keeps it."""
    said = {
        "kind": act.kind,
        "body": act.body.name if act.body else "",
        "decided_on": act.decided_on,
        "section": act.section,
        "diary_no": act.diary_no,
        "first_day": act.first_day.isoformat() if act.first_day else "",
        "last_day": act.last_day.isoformat() if act.last_day else "",
        "term": act.term,
        "successor": str(act.successor_id or ""),
    }
    return {"act": str(act.pk)} | {name: value for name, value in said.items() if value}


def _untie(act: Act) -> None:
    """Loosen the tie to the successor, unless another record makes it too."""
    if act.successor_id is None:
        return
    if not Act.objects.filter(document=act.document_id, successor=act.successor_id).exists():
        Relation.objects.filter(
            document=act.successor_id, kind=RelationKind.REPLACES, other=act.document_id
        ).delete()


def _check_nothing_rests_on(act: Act, document: SteeringDocument) -> None:
    """An adoption is not taken back while others need it: they go first, or it is corrected."""
    if act.kind != ActKind.ADOPTED:
        return
    resting = document.acts.filter(kind__in=REST_ON_ADOPTION).first()
    replaced = Act.objects.filter(successor=document).select_related("document").first()
    if resting is None and replaced is None:
        return
    what = resting.get_kind_display() if resting else _("successor of another document")
    raise CannotRetract(
        _(
            "“{title}” is also recorded as {what}, which rests on its adoption. Retract that "
            "first, or correct the adoption instead."
        ).format(title=document.title, what=what)
    )
