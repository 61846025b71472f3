"""The bodies that decide, and those that did, as a list."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vagvisare.access.permissions import Permission
from vagvisare.decisions.actions.keep_body import keep_body, keep_former_body
from vagvisare.organization.models import Body
from vagvisare.organization.profile import BODY_KINDS
from vagvisare.register.exchange import cells
from vagvisare.register.exchange.cells import CellFault
from vagvisare.register.exchange.table import Doing, ListColumn, Table

DAYS = ("first_day", "last_day", "successor")


def bodies(_on: date) -> QuerySet[Body]:
    """Return all bodies, highest first."""
    return Body.objects.select_related("successor").order_by("rank", "name", "pk")


def body_kind(given: str) -> str:
    """Return the kind of body in the cell, which is one of the profile's keys."""
    said = given.strip().casefold()
    if said not in BODY_KINDS:
        raise CellFault(
            _("“{given}” is none of: {names}.").format(
                given=given[:60], names=", ".join(BODY_KINDS)
            )
        )
    return said


COLUMNS = (
    ListColumn(
        name="name",
        heading=gettext_lazy("Name"),
        value=lambda body: body.name,
        read=cells.text(200, required=True, one_line=True),
        taken="new",
        required=True,
        width=40,
    ),
    ListColumn("key", gettext_lazy("Key"), lambda body: body.key, width=28),
    ListColumn(
        name="kind",
        heading=gettext_lazy("Kind"),
        value=lambda body: body.kind,
        read=body_kind,
        taken="new",
        required=True,
    ),
    ListColumn("first_day", gettext_lazy("First day"), lambda body: body.first_day, cells.day),
    ListColumn("last_day", gettext_lazy("Last day"), lambda body: body.last_day, cells.day),
    ListColumn(
        name="successor",
        heading=gettext_lazy("Successor"),
        value=lambda body: body.successor,
        read=cells.body,
        show=lambda body: body and body.name,
        width=40,
    ),
)


def add(values: dict[str, Any], doing: Doing) -> Body:
    """Enter a body that old decisions name."""
    days: dict[str, Any] = {name: values.get(name) for name in DAYS}
    return keep_former_body(
        name=values["name"], kind=values["kind"], **days, by=doing.by, because=doing.because
    )


def change(body: Any, values: dict[str, Any], doing: Doing) -> None:
    """Say from when through when it is there, and who took over."""
    days = {name: values.get(name, getattr(body, name)) for name in DAYS}
    keep_body(body=body, **days, by=doing.by, because=doing.because)


TABLE = Table(
    key="bodies",
    name=gettext_lazy("Bodies"),
    seen_by=Permission.DECISIONS_READ,
    changed_by=Permission.ORGANIZATION_CHANGE,
    columns=COLUMNS,
    label="name",
    rows=bodies,
    add=add,
    change=change,
)
