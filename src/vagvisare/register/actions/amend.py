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
    version, steps = base_for(act, latest)
    _keep(act, changes)
    return _worked_in_turn(version, steps, by)


@transaction.atomic
def work_anew(*, document: SteeringDocument, by: Person) -> Version:
    """Write the text anew without the amendments whose record has been retracted.

    :raises NotAllowed: when `by` may not edit the register
    :raises CannotAmend: when nothing is retracted that the text holds
    """
    document = lock(document)
    latest = latest_text(document)
    chain = _chain(latest) if latest else []
    retracted = [i for i, version in enumerate(chain) if _is_retracted(version)]
    if not retracted or (basis := chain[retracted[-1]].basis) is None:
        raise CannotAmend(_("The text holds no retracted amendment."))
    steps = [version.act for version in chain[: retracted[-1]] if version.act]
    live = [act for act in steps if act.retracted_at is None]
    if live:
        return _worked_in_turn(basis, sorted(live, key=_order), by)
    return add_version(
        document=document,
        text=basis.text,
        by=by,
        act=basis.act,
        kind=TextKind(basis.kind),
        basis=basis,
    )


def holds_retracted(document: SteeringDocument) -> bool:
    """Whether the latest text holds an amendment whose record has been retracted."""
    latest = latest_text(document)
    return latest is not None and any(map(_is_retracted, _chain(latest)))


def _worked_in_turn(version: Version, steps: Sequence[Act], by: Person) -> Version:
    """One version for each decision, so that the text of every day can be read."""
    for act in steps:
        version = add_version(
            document=version.document,
            text=amended_or_refused(version.text, _changes_of(act)),
            by=by,
            act=act,
            kind=TextKind.CONSOLIDATED,
            basis=version,
        )
    return version


def latest_text(document: SteeringDocument) -> Version | None:
    """Return the text that the next amendment is worked into, or None."""
    return document.versions.decided().with_text().order_by("-number").first()


def base_for(act: Act, latest: Version) -> tuple[Version, list[Act]]:
    """Return the text before `act`, and the amendments to work in after it, `act` among them.

    :raises CannotAmend: when a whole text was adopted after `act`
    """
    chain = _chain(latest)
    later = [i for i, v in enumerate(chain) if _is_retracted(v) or _is_after(v, act)]
    if not later:
        return latest, [act]
    basis = chain[later[-1]].basis
    if basis is None or chain[later[-1]].kind != TextKind.CONSOLIDATED:
        raise CannotAmend(
            _("A later decision has adopted a whole new text. Work the change in before that text.")
        )
    above = [version.act for version in chain[: later[-1] + 1] if version.act]
    live = [other for other in above if other.retracted_at is None]
    return basis, sorted([*live, act], key=_order)


def _chain(latest: Version) -> list[Version]:
    """The text, what it was worked out of, and so on down to a whole one."""
    chain = [latest]
    while chain[-1].kind == TextKind.CONSOLIDATED and chain[-1].basis is not None:
        chain.append(chain[-1].basis)
    return chain


def _is_retracted(version: Version) -> bool:
    consolidated = version.kind == TextKind.CONSOLIDATED
    return consolidated and version.act is not None and version.act.retracted_at is not None


def _is_after(version: Version, act: Act) -> bool:
    return version.act is not None and _order(version.act) > _order(act)


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
