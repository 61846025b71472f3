from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.actions.keep_events import match_events
from vagvisare.inventory.actions.open_event import lock_open_event
from vagvisare.inventory.events import DECIDED, EDITABLE, KINDS, NEW, NONE, PROPOSED
from vagvisare.inventory.events_plan import UNTIL_FURTHER_NOTICE
from vagvisare.inventory.models import EventClaim
from vagvisare.inventory.policies import NotAValue, checked_value
from vagvisare.inventory.rules import storable
from vagvisare.inventory.states import EventState, Field
from vagvisare.kernel.partial_dates import first_day_of
from vagvisare.organization.models import Person
from vagvisare.register.models import SteeringDocument

AS_FIELD = {
    "document_title": Field.TITLE,
    "document_type": Field.DOCUMENT_TYPE,
    "deciding_body": Field.DECIDING_BODY,
    "paragraph": Field.PARAGRAPH,
    "registry_number": Field.REGISTRY_NUMBER,
}


@transaction.atomic
def edit_event(
    *,
    event: EventClaim,
    by: Person,
    values: Mapping[str, str] | None = None,
    document: str = "",
    ended: Mapping[int, str] | None = None,
) -> None:
    """Put right what was read, before it is accepted. What the machine read is kept beside it.

    values    new values by field of the reading's contract; empty: there is none
    document  the key of the document meant, or "new"; empty: leave it to the title
    ended     the same for each document that ends by it, by number; "none": nothing ends

    :raises NotAllowed: when `by` may not confirm
    :raises EventClosed: when something is made of it already
    :raises NotAValue: with what can be done
    """
    check(by, Permission.INVENTORY_CONFIRM)
    event = lock_open_event(event.pk)
    before = dict(event.edited)
    edited = {key: value for key, value in before.items() if key in ("document", "ended")}
    given = {key: before[key] for key in EDITABLE if key in before} | dict(values or {})
    for name in EDITABLE:
        if name not in given:
            continue
        value = _checked(name, given[name] or "")
        if value != (event.facts.get(name) or ""):
            edited[name] = value
    _choose(edited, document, ended or {})
    event.edited = edited
    event.status = edited.get("status", event.facts["status"])
    event.action = edited.get("action", event.facts["action"])
    event.state = EventState.PENDING if event.status == PROPOSED else EventState.PROPOSED
    event.save(update_fields=["edited", "status", "action", "state"])
    match_events([event])
    record("event-edited", event, by=by, before=before or None, after=edited or None)


def _checked(name: str, given: str) -> str:
    value = " ".join(storable(given).split())
    if name in KNOWN_WORDS:
        if value not in KNOWN_WORDS[name]:
            raise NotAValue(_("“{given}” is none of the choices.").format(given=value))
        return value
    if not value:
        return ""
    if name in AS_FIELD:
        return checked_value(AS_FIELD[name], value)
    if name == "valid_until" and value.casefold() == UNTIL_FURTHER_NOTICE:
        return UNTIL_FURTHER_NOTICE
    is_date: Callable[[str], date] = date.fromisoformat if name == "decision_date" else first_day_of
    try:
        is_date(value)
    except ValueError as fault:
        raise NotAValue(_("“{given}” is no date.").format(given=value)) from fault
    return value


KNOWN_WORDS = {"action": frozenset(KINDS), "status": frozenset({DECIDED, PROPOSED})}


def _choose(edited: dict[str, Any], document: str, ended: Mapping[int, str]) -> None:
    if document:
        edited["document"] = _choice(document, (NEW,))
    else:
        edited.pop("document", None)
    chosen = {str(n): _choice(choice, (NEW, NONE)) for n, choice in ended.items() if choice}
    if chosen:
        edited["ended"] = chosen
    else:
        edited.pop("ended", None)


def _choice(given: str, words: tuple[str, ...]) -> int | str:
    if given in words:
        return given
    is_key = given.isascii() and given.isdecimal() and len(given) < 19
    if not is_key or not SteeringDocument.objects.filter(pk=int(given)).exists():
        raise NotAValue(_("The chosen document is not in the register."))
    return int(given)
