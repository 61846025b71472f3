"""What an event of the minutes says: as read, with a person's word in the place of what was wrong."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from vagvisare.decisions.states import DecisionKind
from vagvisare.inventory.event_matching import Adoption
from vagvisare.inventory.models import EventClaim

# The reading's word for what was done, and the kind of decision it is.
KINDS: dict[str, DecisionKind] = {
    "adopt": DecisionKind.ADOPT,
    "revise": DecisionKind.REVISE,
    "amend_part": DecisionKind.AMEND,
    "replace": DecisionKind.REPLACE,
    "repeal": DecisionKind.REPEAL,
    "extend": DecisionKind.PROLONG,
    "note": DecisionKind.NOTE,
    "refer": DecisionKind.REFER_BACK,
    "remit": DecisionKind.REMIT,
    "give_assignment": DecisionKind.GIVE_ASSIGNMENT,
    "close_assignment": DecisionKind.CLOSE_ASSIGNMENT,
}
# What is said of a document while it is only proposed.
PROPOSED_TO_BE = {
    "adopt": _("Proposed to be adopted"),
    "revise": _("Proposed to be revised"),
    "amend_part": _("Proposed to be amended in part"),
    "replace": _("Proposed to take the place of another document"),
    "repeal": _("Proposed to be repealed"),
    "extend": _("Proposed to be prolonged"),
    "note": _("Proposed to be noted"),
    "refer": _("Proposed to be referred back"),
    "remit": _("Proposed to be sent out for comment"),
    "give_assignment": _("An assignment is proposed"),
    "close_assignment": _("Proposed to be declared completed"),
}
DECIDED, PROPOSED = "decided", "proposed"
ADOPTIONS = frozenset({"adopt", "revise", "replace"})
EDITABLE = (
    "action",
    "status",
    "document_title",
    "document_type",
    "deciding_body",
    "decision_date",
    "paragraph",
    "registry_number",
    "enters_into_force",
    "valid_until",
)
NEW, NONE = (
    "new",
    "none",
)  # chosen instead of a document: another one is entered, or nothing is done
Choice = int | str | None


@dataclass(frozen=True)
class Ended:
    """A document that the event ends, or for a closed assignment who gave it and when."""

    title: str
    adopted: Adoption
    chosen: Choice = None


@dataclass(frozen=True)
class Said:
    """An event with what a person has put right. Dates as stated: a day, a month or a year."""

    action: str
    decided: bool
    title: str
    document_type: str
    body: str
    day: date | None
    section: str
    diary_no: str
    enters_into_force: str
    valid_until: str
    recommended_to: str
    words: str  # that it was read from
    chosen: Choice = None
    ends: tuple[Ended, ...] = field(default=())

    @property
    def kind(self) -> DecisionKind:
        """The kind of decision it is."""
        return KINDS[self.action]

    @property
    def adoption(self) -> Adoption:
        """The meeting and section as an adoption, to compare with those recorded."""
        day = self.day.isoformat() if self.day else ""
        return Adoption(self.body.casefold(), day, self.section)


def said_in(event: EventClaim) -> Said:
    """Return what the event says. The file's batch is asked for what is told of the meeting."""
    facts: dict[str, Any] = event.facts | event.edited
    batch = event.file.batch
    return Said(
        action=facts["action"],
        decided=facts["status"] == DECIDED,
        title=facts.get("document_title") or "",
        document_type=facts.get("document_type") or "",
        body=facts.get("deciding_body") or batch.meeting_body,
        day=_day(facts.get("decision_date")) or event.day or batch.meeting_day,
        section=(facts.get("paragraph") or "").removeprefix("§").strip(),
        diary_no=facts.get("registry_number") or "",
        enters_into_force=facts.get("enters_into_force") or "",
        valid_until=facts.get("valid_until") or "",
        recommended_to=facts.get("recommended_to") or "",
        words=" ".join((facts.get("evidence") or {}).get("text", "").split()),
        chosen=event.edited.get("document"),
        ends=_ends(facts, event.edited.get("ended", {})),
    )


def _ends(facts: dict[str, Any], chosen: dict[str, Choice]) -> tuple[Ended, ...]:
    return tuple(
        Ended(
            title=one.get("title") or "",
            adopted=Adoption(
                (one.get("adopted_by") or "").casefold(),
                one.get("adopted_on") or "",
                one.get("paragraph") or "",
            ),
            chosen=chosen.get(str(number)),
        )
        for number, one in enumerate(facts.get("ends") or ())
    )


def _day(stated: str | None) -> date | None:
    try:
        return date.fromisoformat(stated) if stated else None
    except ValueError:
        return None
