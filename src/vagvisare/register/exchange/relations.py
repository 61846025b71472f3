"""How documents are tied to each other, as a list: one row a tie."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.access.permissions import Permission
from vagvisare.register.actions.relate import relate, unrelate
from vagvisare.register.exchange import cells
from vagvisare.register.exchange.cells import CellFault
from vagvisare.register.exchange.table import Doing, ListColumn, Table
from vagvisare.register.models import Relation, SteeringDocument
from vagvisare.register.models.relation import RelationKind


def relations(_on: date) -> QuerySet[Relation]:
    """Return all ties with the documents they hold together."""
    return Relation.objects.select_related("document", "other").order_by("document", "kind", "pk")


def document_numbered(given: str) -> SteeringDocument:
    """Return the document with the number in the cell."""
    number = cells.whole_number(given.strip().removeprefix("#"))
    found = SteeringDocument.objects.filter(pk=number).first() if number else None
    if found is None:
        raise CellFault(_("No document has the number “{given}”.").format(given=given[:40]))
    return found


COLUMNS = (
    ListColumn(
        name="document",
        heading=gettext_lazy("Document no."),
        value=lambda relation: relation.document,
        read=document_numbered,
        show=lambda document: document.pk,
        taken="new",
        required=True,
    ),
    ListColumn("title", gettext_lazy("Title"), lambda relation: relation.document.title, width=48),
    ListColumn(
        name="kind",
        heading=gettext_lazy("Relation"),
        value=lambda relation: relation.kind,
        read=cells.choice(RelationKind),
        show=lambda kind: str(RelationKind(kind).label),
        taken="new",
        required=True,
    ),
    ListColumn(
        name="other",
        heading=gettext_lazy("Other document no."),
        value=lambda relation: relation.other,
        read=document_numbered,
        show=lambda document: document.pk,
        taken="new",
        required=True,
    ),
    ListColumn(
        "other_title", gettext_lazy("Other title"), lambda relation: relation.other.title, width=48
    ),
)


def add(values: dict[str, Any], doing: Doing) -> Relation:
    """Tie the two documents."""
    kind = RelationKind(values["kind"])
    return relate(document=values["document"], kind=kind, other=values["other"], by=doing.by)


def take_back(relation: Any, doing: Doing) -> str:
    """Loosen the tie again."""
    unrelate(relation=relation, by=doing.by, because=doing.because)
    return _("The tie is taken away again.")


TABLE = Table(
    key="relations",
    name=gettext_lazy("Relations"),
    seen_by=Permission.REGISTER_READ,
    changed_by=Permission.REGISTER_EDIT,
    columns=COLUMNS,
    label="document",
    rows=relations,
    add=add,
    take_back=take_back,
)
