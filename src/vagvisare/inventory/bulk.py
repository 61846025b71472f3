"""A rule about many candidates, whom it reaches, and what following it would change."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from vagvisare.inventory import policies
from vagvisare.inventory.listing import matching
from vagvisare.inventory.models import Batch, BulkAct, Candidate, Claim
from vagvisare.inventory.plan import plan_for
from vagvisare.inventory.rules import SURE_FROM
from vagvisare.inventory.states import (
    DATE_FIELDS,
    ENTERED_FIELDS,
    CandidateState,
    ClaimState,
    Field,
)
from vagvisare.inventory.wanted import Wanted

EXAMPLES = 20
ENTRIES_FORESEEN = 300  # candidates whose entry is worked out beforehand


@dataclass(frozen=True)
class Rule:
    """Which claims to confirm, of which candidates. at_least: confidence, 0..1."""

    wanted: Wanted = field(default_factory=Wanted)
    fields: tuple[str, ...] = tuple(ENTERED_FIELDS)
    at_least: float = SURE_FROM

    def as_json(self) -> dict[str, Any]:
        """Return it as an act keeps it."""
        return {
            "wanted": self.wanted.as_json(),
            "fields": [str(name) for name in self.fields],
            "at_least": self.at_least,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """Return what `as_json` wrote."""
        wanted = Wanted.from_json(kept["wanted"])
        return cls(wanted, tuple(kept["fields"]), kept["at_least"])


@dataclass(frozen=True)
class Confirmation:
    """What confirming by a rule would change. left_out: sentence, how many claims."""

    candidates: int = 0
    claims: int = 0
    by_field: list[tuple[str, int]] = field(default_factory=list)
    examples: list[Claim] = field(default_factory=list)
    left_out: list[tuple[str, int]] = field(default_factory=list)


@dataclass(frozen=True)
class Entry:
    """What entering would do with the first `foreseen` of all `candidates` in reach."""

    candidates: int = 0
    foreseen: int = 0
    new: int = 0
    tied: int = 0
    refused: list[tuple[str, int]] = field(default_factory=list)
    examples: list[tuple[Candidate, str, str]] = field(default_factory=list)  # title, tied to


def in_reach(batch: Batch, wanted: Wanted, on: date) -> QuerySet[Candidate]:
    """Return the open candidates that fit: no other is ever changed in bulk."""
    return matching(batch, wanted, on=on).filter(batch=batch, state=CandidateState.OPEN)


def to_confirm(rule: Rule, candidates: Iterable[int] | QuerySet[Candidate, Any]) -> QuerySet[Claim]:
    """Return the claims of these candidates that the rule would confirm, were they values."""
    return Claim.objects.filter(
        candidate__in=candidates,
        state=ClaimState.PROPOSED,
        field__in=rule.fields,
        confidence__gte=rule.at_least,
    )


def confirmation_of(batch: Batch, rule: Rule, on: date) -> Confirmation:
    """Return what confirming by the rule would change. Seven queries."""
    reached = in_reach(batch, rule.wanted, on)
    proposed = Claim.objects.filter(candidate__in=reached.values("pk"), state=ClaimState.PROPOSED)
    sure = Q(field__in=rule.fields, confidence__gte=rule.at_least)
    counted = proposed.order_by().values("field")
    rows = list(counted.annotate(all=Count("pk"), fit=Count("pk", filter=sure)))
    faulty = _no_values(to_confirm(rule, reached.values("pk")))
    fit = {row["field"]: row["fit"] - faulty[row["field"]] for row in rows}
    unsure = sum(row["all"] - row["fit"] for row in rows if row["field"] in rule.fields)
    others = sum(row["all"] for row in rows if row["field"] not in rule.fields)
    left_out = [
        (_("Read less surely than the rule asks for."), unsure),
        (_("Not among the fields chosen."), others),
        (_("Cannot be a value of its field, such as a date that is none."), faulty.total()),
    ]
    claims = to_confirm(rule, reached.values("pk"))
    return Confirmation(
        candidates=claims.order_by().aggregate(n=Count("candidate", distinct=True))["n"],
        claims=sum(fit.values()),
        by_field=[(str(name.label), fit[name]) for name in Field if fit.get(name)],
        examples=_examples(claims),
        left_out=[(sentence, number) for sentence, number in left_out if number],
    )


def _no_values(claims: QuerySet[Claim]) -> Counter[str]:
    """How many claims of each field could not be confirmed as they are."""
    faulty: Counter[str] = Counter()
    dates = claims.filter(field__in=DATE_FIELDS).order_by().values_list("field", "value")
    for name, value, number in dates.annotate(Count("pk")):
        faulty[name] += 0 if policies.is_value(name, value) else number
    plain = claims.exclude(field__in=DATE_FIELDS).alias(length=Length("value"))
    long = Q()
    for name in set(Field) - DATE_FIELDS:
        most = policies.LONGEST.get(name, policies.LONGEST_OTHER)
        long |= Q(field=name, length__gt=most)
    for name, number in plain.filter(long).order_by().values_list("field").annotate(Count("pk")):
        faulty[name] += number
    return faulty


def _examples(claims: QuerySet[Claim]) -> list[Claim]:
    first = claims.order_by("pk").select_related("candidate__file")
    first = first.defer("candidate__file__pages", "candidate__file__reading")[: 2 * EXAMPLES]
    return [claim for claim in first if policies.is_value(claim.field, claim.value)][:EXAMPLES]


def entry_of(batch: Batch, wanted: Wanted, on: date) -> Entry:
    """Return what entering what fits would do, worked out for the first of them."""
    reached = in_reach(batch, wanted, on)
    first = reached.order_by("pk").select_related("file").prefetch_related("claims")
    first = first.defer("file__pages", "file__reading")[:ENTRIES_FORESEEN]
    refused: Counter[str] = Counter()
    examples: list[tuple[Candidate, str, str]] = []
    seen: dict[tuple[str, str], str] = {}
    new = tied = foreseen = 0
    for candidate in first:
        foreseen += 1
        plan = plan_for(candidate)
        if plan.obstacles or plan.document_type is None:
            refused[plan.obstacles[0] if plan.obstacles else _("Confirm the type first.")] += 1
            continue
        # The second of two alike meets the first in the register.
        alike = (plan.title.casefold(), plan.decision.decided_on if plan.decision else "")
        there = plan.existing.title if plan.existing else seen.get(alike, "")
        seen.setdefault(alike, plan.title)
        new, tied = new + (not there), tied + bool(there)
        if len(examples) < EXAMPLES:
            examples.append((candidate, plan.title, there))
    return Entry(reached.count(), foreseen, new, tied, refused.most_common(), examples)


def rule_of(act: BulkAct) -> Rule:
    """Return the rule the act follows."""
    return Rule.from_json(act.rule)
