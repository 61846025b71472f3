import re
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register import policies
from vagvisare.register.actions.add_version import add_version
from vagvisare.register.actions.enact import enact, lock
from vagvisare.register.models import Act, Amendment, SteeringDocument, Version
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ActKind, TextKind
from vagvisare.register.text.amending import Clash, TextChange, amended
from vagvisare.register.text.places import AstrayPlace


class CannotAmend(Refusal):
    code = "register.cannot-amend"


class TextChangedMeanwhile(Refusal):
    code = "register.text-changed-meanwhile"


@transaction.atomic
def amend(
    *,
    document: SteeringDocument,
    decision: DecisionReference,
    by: Person,
    from_day: date | None = None,
    because: str = "",
    changes: Sequence[TextChange] = (),
) -> Act:
    """Record that `decision` changed a part of the text; how long it stands is as it was.

    from_day  when the change begins to apply, where the decision says so
    changes   the paragraphs, worked into the latest text; none: they are not known yet

    :raises NotAdopted: when there is nothing to amend
    :raises AlreadyOver: when a decision has ended it
    :raises CannotAmend: when a paragraph is not found
    :raises BeforeAdoption: when it was decided before the document was adopted
    """
    document = lock(document)
    policies.check_adopted(document)
    policies.check_not_over(document)
    policies.check_after_adoption(document, decision)
    act = enact(
        ActKind.AMENDED,
        document,
        decision=decision,
        by=by,
        because=because,
        first_day=from_day,
    )
    if changes:
        work_in(act=act, changes=changes, by=by)
    return act


@transaction.atomic
def work_in(
    *, act: Act, changes: Sequence[TextChange], by: Person, seen: Version | None = None
) -> Version:
    """Keep what the decision did to each paragraph, and the text as it then reads.

    A decision recorded late is worked in where it belongs, before those that came after it.

    seen  the latest text as the editor saw it

    :raises NotAllowed: when `by` may not edit the register
    :raises CannotAmend: when there is no text, or a paragraph is not found or is named twice
    :raises TextChangedMeanwhile: when another text has come since
    """
    document = lock(act.document)
    latest = latest_text(document)
    if latest is None:
        raise CannotAmend(_("There is no text to work the change into. Add the text first."))
    if seen is not None and seen.pk != latest.pk:
        raise TextChangedMeanwhile(
            _("Another text has been added since you looked. See the change against it first.")
        )
    if not changes or act.amendments.exists():
        raise CannotAmend(_("Name at least one paragraph, once for each decision."))
    basis, later = base_for(act, latest)
    version = _worked_in(basis, act, changes, by)
    _keep(act, changes)
    for other in later:
        version = _worked_in(version, other, _changes_of(other), by)
    return version


def _worked_in(basis: Version, act: Act, changes: Sequence[TextChange], by: Person) -> Version:
    return add_version(
        document=basis.document,
        text=amended_or_refused(basis.text, changes),
        by=by,
        act=act,
        kind=TextKind.CONSOLIDATED,
        basis=basis,
    )


def latest_text(document: SteeringDocument) -> Version | None:
    """Return the text that the next amendment is worked into, or None."""
    return document.versions.decided().with_text().order_by("-number").first()


def base_for(act: Act, latest: Version) -> tuple[Version, list[Act]]:
    """Return the text before `act`, and the amendments after it that must be worked in anew.

    :raises CannotAmend: when a whole text was adopted after `act`
    """
    worked_in: list[Act] = []
    version = latest
    while version.kind == TextKind.CONSOLIDATED and version.basis is not None:
        if version.act is None or _order(version.act) < _order(act):
            break
        version = version.basis
    if version.act is not None and _order(version.act) > _order(act):
        raise CannotAmend(
            _("A later decision has adopted a whole new text. Work the change in before that text.")
        )
    acts = act.document.acts.filter(amendments__isnull=False, retracted_at__isnull=True)
    for other in acts.exclude(pk=act.pk).distinct():
        if _order(other) > _order(act):
            worked_in.append(other)
    return version, sorted(worked_in, key=_order)


def amended_or_refused(text: str, changes: Sequence[TextChange]) -> str:
    """Return the text with the changes worked in.

    :raises CannotAmend: with the places that are most like the one that was not found
    """
    try:
        return amended(text, changes)
    except AstrayPlace as fault:
        raise CannotAmend(_sentence(fault)) from fault
    except Clash as fault:
        wording = (
            _("“{place}” is in the text already. Reword it instead of inserting it.")
            if fault.exists
            else _("“{place}” is named by two changes. Put them together into one.")
        )
        raise CannotAmend(wording.format(place=fault.place)) from fault


def _sentence(fault: AstrayPlace) -> str:
    nearest = ", ".join(f"“{place}”" for place in fault.nearest)
    if fault.several:
        return _("Several paragraphs are called “{place}”: {nearest}. Write one of them.").format(
            place=fault.place, nearest=nearest
        )
    if not nearest:
        return _("No paragraph is called “{place}”.").format(place=fault.place)
    return _("No paragraph is called “{place}”. The nearest are {nearest}.").format(
        place=fault.place, nearest=nearest
    )


def _changes_of(act: Act) -> list[TextChange]:
    rows = act.amendments.order_by("position")
    return [TextChange(row.change, row.place, row.text) for row in rows]


def _keep(act: Act, changes: Sequence[TextChange]) -> None:
    Amendment.objects.bulk_create(
        Amendment(
            act=act, position=i, change=change.change, place=change.place, text=change.text.strip()
        )
        for i, change in enumerate(changes, start=1)
    )


def _order(act: Act) -> tuple[date, str, list[int], int]:
    """When it works, when it was decided, then as the minutes of one day number them."""
    numbers = [int(number) for number in re.findall(r"\d+", act.section)]
    return act.facts.effect_day or date.min, act.decided_on, numbers, act.pk
