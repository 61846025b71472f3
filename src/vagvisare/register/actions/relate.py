from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register.actions.enact import lock
from vagvisare.register.models import Relation, SteeringDocument
from vagvisare.register.models.relation import RelationKind

# A document cannot, over however many others, implement or be a part of itself.
RINGLESS = frozenset({RelationKind.IMPLEMENTS, RelationKind.PART_OF})


class CannotRelate(Refusal):
    code = "register.cannot-relate"


@transaction.atomic
def relate(
    *, document: SteeringDocument, kind: RelationKind, other: SteeringDocument, by: Person
) -> Relation:
    """Tie the document to another: it implements, is part of, amends, replaces or refers to it.

    :raises NotAllowed: when `by` may not edit the register
    :raises CannotRelate: when it is tied so already, to itself, or in a ring
    """
    check(by, Permission.REGISTER_EDIT)
    # Both are held, in one order: two people who tie them each way must not make a ring together.
    for pk in sorted({document.pk, other.pk}):
        lock(SteeringDocument(pk=pk))
    if document.pk == other.pk:
        raise CannotRelate(_("A document cannot be tied to itself."))
    if Relation.objects.filter(document=document, kind=kind, other=other).exists():
        raise CannotRelate(
            _("“{title}” {relation} “{other}” already.").format(
                title=document.title, relation=kind.label, other=other.title
            )
        )
    if kind in RINGLESS and document.pk in reached_from(other, kind):
        raise CannotRelate(
            _("“{other}” {relation} “{title}” already, by way of one or more documents.").format(
                title=document.title, relation=kind.label, other=other.title
            )
        )
    made = Relation.objects.create(document=document, kind=kind, other=other)
    record("related", document, by=by, after={"kind": kind.value, "other": str(other)})
    return made


@transaction.atomic
def unrelate(*, relation: Relation, by: Person, because: str = "") -> None:
    """Take a tie away again.

    :raises NotAllowed: when `by` may not edit the register
    """
    check(by, Permission.REGISTER_EDIT)
    document = lock(relation.document)
    before = {"kind": relation.kind, "other": str(relation.other)}
    relation.delete()
    record("unrelated", document, by=by, because=because, before=before)


def reached_from(document: SteeringDocument, kind: RelationKind) -> set[int]:
    """Return the keys of all documents that ties of this kind lead to, over any number of steps."""
    reached: set[int] = set()
    step = {document.pk}
    while step:
        ties = Relation.objects.filter(document__in=step, kind=kind)
        step = set(ties.values_list("other_id", flat=True)) - reached
        reached |= step
    return reached
