"""Ordinary documents, brought to their state by the actions themselves."""

from datetime import UTC, date, datetime

from tests.factories.organization import body, person
from vagvisare.access.roles import Role
from vagvisare.organization.models import Person
from vagvisare.register.actions.adopt import adopt
from vagvisare.register.actions.enter import enter
from vagvisare.register.actions.publish import publish
from vagvisare.register.models import SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import Origin


def reference(body_key: str = "kommunfullmaktige", day: str = "2007-12-12", **parts):
    """A decision that can be found again."""
    parts = {"section": "120", "diary_no": "KS 2007/1"} | parts
    return DecisionReference(body=body(body_key), decided_on=day, **parts)


def entered(
    title: str = "Plan för parker", *, by: Person | None = None, **fields
) -> SteeringDocument:
    """A document with its place in the register and no decision."""
    by = by or person(Role.REGISTRAR)
    fields = {"document_type": "plan", "origin": Origin.FOUND, "because": "test"} | fields
    return enter(title=title, by=by, **fields)


def adopted(
    title: str = "Plan för parker",
    *,
    by: Person | None = None,
    decided: DecisionReference | None = None,
    first_day: date | None = date(2008, 1, 1),
    last_day: date | None = date(2010, 12, 31),
    open_ended: bool = False,
    published: bool = False,
    **fields,
) -> SteeringDocument:
    """A document the assembly adopted 2007-12-12, for 2008 through 2010."""
    by = by or person(Role.REGISTRAR)
    document = entered(title, by=by, **fields)
    adopt(
        document=document,
        decision=decided or reference(),
        by=by,
        first_day=first_day,
        last_day=None if open_ended else last_day,
        open_ended=open_ended,
    )
    if published:
        publish(document=document, at=datetime(2008, 1, 2, tzinfo=UTC), by=by)
    return document
