"""May this body decide that: checks that refuse, with the rule and the remedy."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from vagvisare.decisions.models import Assignment
from vagvisare.decisions.rules import BodyFacts, competence, over
from vagvisare.decisions.states import CHANGING, MAY, DecisionKind, Rule
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Body
from vagvisare.organization.profile import current_profile
from vagvisare.organization.queries import Succession
from vagvisare.register.models import SteeringDocument
from vagvisare.register.queries import adoption_of
from vagvisare.register.states import ActKind


class NotCompetent(Refusal):
    code = "decisions.not-competent"


class BodyDidNotExist(Refusal):
    code = "decisions.body-did-not-exist"


@dataclass(frozen=True)
class Verdict:
    """Whether a body may decide so, by which rule, and that rule in words."""

    rule: Rule
    sentence: str

    @property
    def allowed(self) -> bool:
        """Whether the rule lets it."""
        return self.rule in MAY


def check_existed(body: Body, day: date) -> None:
    """Refuse what a body would have done on a day when it was not there. No reason helps.

    :raises BodyDidNotExist: naming the body that had taken over by then, or was there before
    """
    if body.exists_on(day):
        return
    days = {"body": body, "day": day.isoformat()}
    if body.first_day and day < body.first_day:
        raise BodyDidNotExist(
            _("{body} did not exist on {day}: it began on {first}.").format(
                **days, first=body.first_day.isoformat()
            )
        )
    last = body.last_day.isoformat() if body.last_day else ""
    there = [other for other in Succession().after(body) if other.exists_on(day)]
    if there:
        raise BodyDidNotExist(
            _(
                "{body} did not exist on {day}: its last day was {last}. "
                "{successor} had taken over from it. Choose that body, or correct the day."
            ).format(**days, last=last, successor=there[0])
        )
    raise BodyDidNotExist(
        _(
            "{body} did not exist on {day}: its last day was {last}, and no body that took over "
            "is known. Correct the day, or the body’s days."
        ).format(**days, last=last)
    )


def check_competent(
    kind: str,
    document: SteeringDocument | None,
    body: Body,
    *,
    successor: SteeringDocument | None = None,
    assignment: Assignment | None = None,
) -> None:
    """Refuse what the body cannot decide.

    :raises NotCompetent: naming the rule and who can
    """
    for verdict in verdicts(kind, document, body, successor=successor, assignment=assignment):
        if not verdict.allowed:
            raise NotCompetent(verdict.sentence)


def verdicts(
    kind: str,
    document: SteeringDocument | None,
    body: Body,
    *,
    successor: SteeringDocument | None = None,
    assignment: Assignment | None = None,
) -> list[Verdict]:
    """Return what the rules of competence say of a decision, each with its sentence."""
    succession = Succession()
    found = []
    if document is not None:
        found.append(_verdict(kind, document, body, succession))
    if successor is not None and kind == DecisionKind.REPLACE and adoption_of(successor) is None:
        found.append(_verdict(DecisionKind.ADOPT, successor, body, succession))
    if assignment is not None and kind == DecisionKind.CLOSE_ASSIGNMENT:
        found.append(_verdict_on_closing(assignment, body, succession))
    return found


def carrier_of(document: SteeringDocument) -> Body | None:
    """Return the highest body that adopted the document or a revision of it, or None."""
    acts = document.acts.filter(kind__in=[ActKind.ADOPTED, ActKind.REVISED], body__isnull=False)
    act = acts.select_related("body").order_by("body__rank", "pk").first()
    return act.body if act else None


def competent_body(document: SteeringDocument) -> Body | None:
    """Return the body that may end the document today: who adopted it, or who took over, or None."""
    carrier = carrier_of(document)
    return Succession().heir(carrier) if carrier else None


def facts_of(body: Body, succession: Succession) -> BodyFacts:
    """Return what the rules count with."""
    before = succession.before(body)
    return BodyFacts(body.key, body.kind, body.rank, frozenset(other.key for other in before))


def _verdict(kind: str, document: SteeringDocument, body: Body, succession: Succession) -> Verdict:
    carrier = carrier_of(document) if kind in CHANGING else None
    document_type = current_profile().document_types.get(document.document_type)
    rule = competence(
        kind,
        facts_of(body, succession),
        adopter=facts_of(carrier, succession) if carrier else None,
        deciders=document_type.deciders if document_type else (),
        kinds_taken_over=[other.kind for other in succession.before(body)],
    )
    words = {
        "body": body,
        "title": document.title,
        "adopter": succession.heir(carrier) if carrier and rule not in MAY else carrier,
        "municipality": current_profile().name,
        "type": document_type.name if document_type else document.document_type,
    }
    return Verdict(rule, _sentence(rule).format(**words))


def _sentence(rule: Rule) -> str:
    return {
        Rule.NO_DOCUMENT: _("It changes nothing in the register, so any body may."),
        Rule.TYPE: _("In {municipality}, {body} decides on documents of the type {type}."),
        Rule.ADOPTER: _("{body} adopted “{title}” and may change or end it."),
        Rule.SUCCESSOR: _("{body} has taken over from {adopter}, which adopted “{title}”."),
        Rule.HIGHER: _("{body} stands above {adopter}, which adopted “{title}”."),
        Rule.OTHERS_DOCUMENT: _(
            "{body} cannot change, end or prolong “{title}”, which is for {adopter} to decide on. "
            "Let {body} propose it to {adopter}, or give the reason why it may."
        ),
        Rule.NOT_ITS_TYPE: _(
            "In {municipality}, {body} does not decide on documents of the type {type}. "
            "Choose another body, or give the reason why it may."
        ),
    }[rule]


def _verdict_on_closing(assignment: Assignment, body: Body, succession: Succession) -> Verdict:
    giver = assignment.given_by.meeting.body
    rule = over(facts_of(body, succession), facts_of(giver, succession))
    if rule in MAY:
        return Verdict(rule, _("{giver} gave the assignment.").format(giver=giver))
    return Verdict(
        rule,
        _(
            "{giver} gave the assignment “{subject}”, so {body} cannot close it. "
            "Let {body} propose it to {giver}, or give the reason why it may."
        ).format(giver=succession.heir(giver), subject=assignment.subject, body=body),
    )
