"""The departments as a list, to look names up in; they come from the municipality's own files."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from vagvisare.access.permissions import Permission
from vagvisare.organization.models import Department
from vagvisare.register.exchange.table import ListColumn, Table


def departments(_on: date) -> QuerySet[Department]:
    """Return all departments, those that are gone too."""
    return Department.objects.select_related("body", "successor").order_by("name", "pk")


COLUMNS = (
    ListColumn("name", gettext_lazy("Name"), lambda department: department.name, width=40),
    ListColumn("key", gettext_lazy("Key"), lambda department: department.key, width=28),
    ListColumn("body", gettext_lazy("Body"), lambda department: department.body.name, width=40),
    ListColumn("last_day", gettext_lazy("Last day"), lambda department: department.last_day),
    ListColumn(
        name="successor",
        heading=gettext_lazy("Successor"),
        value=lambda department: department.successor and department.successor.name,
        width=40,
    ),
)

TABLE = Table(
    key="departments",
    name=gettext_lazy("Departments"),
    seen_by=Permission.REGISTER_READ,
    changed_by=Permission.REGISTER_EDIT,
    columns=COLUMNS,
    label="name",
    rows=departments,
    add_hint=gettext_lazy("Departments come from the municipality’s own files."),
)
