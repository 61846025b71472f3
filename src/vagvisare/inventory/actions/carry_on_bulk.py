"""An act on many candidates, done a portion at a time: cut short anywhere, it goes on there."""

from collections import Counter
from collections.abc import Callable

from django.db import transaction
from django.db.models import F, QuerySet

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory import policies
from vagvisare.inventory.actions.enter_candidate import CannotEnterCandidate, enter_candidate
from vagvisare.inventory.bulk import in_reach, rule_of, to_confirm
from vagvisare.inventory.models import BulkAct, Candidate, Claim
from vagvisare.inventory.plan import plan_for
from vagvisare.inventory.states import BulkKind, BulkState, CandidateState, ClaimState
from vagvisare.jobs.queue import later
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person

JOB = "vagvisare.inventory.actions.carry_on_bulk.bulk_job"
AT_ONCE = 200  # candidates that are done while the person waits
PORTION = {BulkKind.CONFIRM: 200, BulkKind.REOPEN: 200, BulkKind.ENTER: 20}
# Portions in one job. It then queues itself anew, well before a job is held to be dead.
STRETCH = 50


def start(act: BulkAct, by: Person) -> None:
    """Do a small act at once, and let the worker do a large one."""
    if act.expected > AT_ONCE:
        later(JOB, act.pk, by.pk)
    else:
        carry_on(act=act, by=by)


def carry_on(*, act: BulkAct, by: Person, most: int | None = None) -> bool:
    """Do the portions that are left, at most so many; return whether all is done.

    :raises NotAllowed: when `by` may not confirm, or enter
    """
    while most is None or most > 0:
        if not portion(act=act, by=by):
            return True
        most = None if most is None else most - 1
    return False


@transaction.atomic
def portion(*, act: BulkAct, by: Person) -> bool:
    """Do the next portion; return False when there was none and the act is done."""
    check(by, Permission.INVENTORY_CONFIRM)
    act = BulkAct.objects.select_for_update().get(pk=act.pk)
    if act.state == BulkState.DONE:
        return False
    kind = BulkKind(act.kind)
    following = _reached_by(act).filter(pk__gt=act.reached).order_by("pk")
    candidates = list(following.select_for_update(of=("self",))[: PORTION[kind]])
    if not candidates or act.batch.undone_at is not None:
        act.state = BulkState.DONE
        act.save(update_fields=["state"])
        record("bulk-done", act.batch, by=by, because=str(kind.label), after=_told(act))
        return False
    WORK[kind](act, candidates, by)
    act.reached, act.looked_at = candidates[-1].pk, act.looked_at + len(candidates)
    act.save()
    return True


def bulk_job(act_key: int, person_key: int) -> None:
    """Go on with an act as a job. Twice is as once; an act or person that is gone is no work."""
    act = BulkAct.objects.filter(pk=act_key).first()
    by = Person.objects.filter(pk=person_key).first()
    if act is None or by is None or carry_on(act=act, by=by, most=STRETCH):
        return
    with transaction.atomic():
        later(JOB, act_key, person_key)


def _reached_by(act: BulkAct) -> QuerySet[Candidate]:
    if act.undoes is None:
        return in_reach(act.batch, rule_of(act).wanted, act.judged_on)
    confirmed = Claim.objects.filter(decided_at=act.undoes.at, decided_by=act.undoes.by_name)
    held = confirmed.filter(state=ClaimState.CONFIRMED).values("candidate")
    return act.batch.candidates.filter(pk__in=held).exclude(state=CandidateState.ENTERED)


def _confirm(act: BulkAct, candidates: list[Candidate], by: Person) -> None:
    claims = [
        claim
        for claim in to_confirm(rule_of(act), [candidate.pk for candidate in candidates])
        if policies.is_value(claim.field, claim.value)
    ]
    keys = [claim.pk for claim in claims]
    Claim.objects.filter(pk__in=keys).update(
        state=ClaimState.CONFIRMED,
        confirmed_value=F("value"),
        decided_by=act.by_name,
        decided_at=act.at,
    )
    act.claims += len(keys)
    act.changed += len({claim.candidate_id for claim in claims})
    if keys:
        after = {"claims": keys, "rule": act.rule}
        record("claims-confirmed", act.batch, by=by, because=str(act.batch), after=after)


def _reopen(act: BulkAct, candidates: list[Candidate], by: Person) -> None:
    assert act.undoes is not None
    claims = Claim.objects.filter(
        candidate__in=[candidate.pk for candidate in candidates],
        state=ClaimState.CONFIRMED,
        decided_at=act.undoes.at,
        decided_by=act.undoes.by_name,
    )
    keys = list(claims.values_list("pk", flat=True))
    # Only values are confirmed in bulk, so it is a value that is open again.
    Claim.objects.filter(pk__in=keys).update(
        state=ClaimState.PROPOSED, confirmed_value="", decided_by="", decided_at=None
    )
    act.claims += len(keys)
    act.changed += len(candidates)
    record("claims-reopened", act.batch, by=by, because=str(act.batch), after={"claims": keys})


def _enter(act: BulkAct, candidates: list[Candidate], by: Person) -> None:
    check(by, Permission.REGISTER_ENTER)
    refused = Counter(act.refused)
    for candidate in candidates:
        plan = plan_for(candidate)
        try:
            if plan.obstacles:
                raise CannotEnterCandidate(plan.obstacles[0])
            enter_candidate(candidate=candidate, tie_to=plan.existing, by=by)
        except Refusal as refusal:
            refused[str(refusal)] += 1
            continue
        act.changed += 1
        act.made += plan.existing is None
        act.tied += plan.existing is not None
    act.refused = dict(refused)


WORK: dict[BulkKind, Callable[[BulkAct, list[Candidate], Person], None]] = {
    BulkKind.CONFIRM: _confirm,
    BulkKind.REOPEN: _reopen,
    BulkKind.ENTER: _enter,
}


def _told(act: BulkAct) -> dict[str, object]:
    names = ("looked_at", "claims", "changed", "made", "tied", "refused", "rule")
    return {name: getattr(act, name) for name in names} | {"act": act.pk}
