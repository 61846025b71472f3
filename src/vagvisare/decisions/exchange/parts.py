"""What the whole register consists of: each kind of row, and how a row becomes a line of JSON."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from vagvisare.access.models import RoleGrant
from vagvisare.audit.models import AuditLine, ChainHead
from vagvisare.decisions.models import Assignment, Decision, Matter, Meeting
from vagvisare.organization.models import Body, Department, Person
from vagvisare.register.models import (
    Act,
    Amendment,
    LegalBasis,
    Relation,
    SavedFilter,
    SteeringDocument,
    Version,
)

FORMAT = "vagvisare-register"
VERSION = 1
ORIGINALS = "originals"

# Each after those it points to. What is not here is worked out anew (StandingSpan) or is no state
# of the register: see LEFT_OUT.
PARTS: tuple[type[models.Model], ...] = (
    Body,
    Department,
    Person,
    RoleGrant,
    SteeringDocument,
    Act,
    Amendment,
    LegalBasis,
    Relation,
    Version,
    SavedFilter,
    Matter,
    Meeting,
    Decision,
    Assignment,
    AuditLine,
    ChainHead,
)
LEFT_OUT = {
    "register.standingspan": "worked out anew from the acts",
    "register.importrun": "papers of an import, not the register",
    "register.importrow": "papers of an import, not the register",
}
# A password stays where it was given; its owner sets a new one by the page for forgotten ones.
SECRETS = {"organization.person": ("password", "last_login", "is_superuser")}


def name_of(part: type[models.Model]) -> str:
    """Return what the part is called in the file: "register.act"."""
    return part._meta.label_lower


def fields_of(part: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """Return the columns of the part that leave the installation."""
    secret = SECRETS.get(name_of(part), ())
    return [field for field in part._meta.concrete_fields if field.name not in secret]


def as_line(row: models.Model, fields: "Iterable[models.Field[Any, Any]]") -> str:
    """Return the row as one line of JSON: days and moments in ISO form."""
    values = {field.attname: _plain(field.value_from_object(row)) for field in fields}
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def from_line(
    line: str, part: type[models.Model], fields: "Iterable[models.Field[Any, Any]]"
) -> models.Model:
    """Return the row that the line tells of, not saved.

    :raises ValueError: when the line is no such row
    """
    told = json.loads(line)
    known = {field.attname: field for field in fields}
    if not isinstance(told, dict) or told.keys() != known.keys():
        raise ValueError(f"not the columns of {name_of(part)}")
    try:
        return part(**{name: known[name].to_python(value) for name, value in told.items()})
    except ValidationError as fault:
        raise ValueError("; ".join(fault.messages)) from fault


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
