"""Every address there is, walked from the root, and a small register to ask it about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from tests.factories.register import adopted
from tests.journeys.minutes.feeding import fed
from tests.writing.papers import memo as paper
from vagvisare.decisions.actions.hold_meeting import hold_meeting
from vagvisare.decisions.actions.open_matter import open_matter
from vagvisare.decisions.actions.record_decision import record_decision
from vagvisare.decisions.states import DecisionKind
from vagvisare.inventory.actions.read_files import read_files
from vagvisare.inventory.actions.take_in import take_in
from vagvisare.inventory.report.kept import keep_report
from vagvisare.inventory.report.links import Places
from vagvisare.memos.actions.draft_memo import draft_memo
from vagvisare.memos.states import MemoKind
from vagvisare.organization.models import Body, Person
from vagvisare.register.models import ImportRun
from vagvisare.writing.pdf import write_pdf

DAY = date(2014, 2, 13)
MINUTES = "§ 5\n\nPlan för torg\n\nBeslut\n\nKommunfullmäktige antar Plan för torg.\n"


@dataclass(frozen=True)
class Address:
    """A path of the site.

    name       as `reverse` takes it; "" when it has none
    arguments  the converters of its parts, by the part's name
    """

    name: str
    arguments: dict[str, str]


def addresses() -> list[Address]:
    """Return every address of the root URLconf."""
    return list(_walk(get_resolver(), "", {}))


def _walk(resolver: URLResolver, prefix: str, above: dict[str, str]) -> Iterator[Address]:
    for part in resolver.url_patterns:
        arguments = above | _arguments(part)
        if isinstance(part, URLResolver):
            inner = f"{prefix}{part.namespace}:" if part.namespace else prefix
            yield from _walk(part, inner, arguments)
        else:
            yield Address(f"{prefix}{part.name}" if part.name else "", arguments)


def _arguments(part: URLPattern | URLResolver) -> dict[str, str]:
    if not isinstance(part.pattern, RoutePattern):
        return {}
    return {name: type(c).__name__ for name, c in part.pattern.converters.items()}


def small_register(by: Person) -> dict[str, Any]:
    """Return one value for each part an address can have, of things that exist."""
    document = adopted(by=by, published=True)
    meeting = hold_meeting(body=Body.objects.get(key="kommunfullmaktige"), day=DAY, by=by)
    matter = open_matter(title="Plan", diary_no="2014/KS 1", opened_on=DAY, by=by)
    given = record_decision(
        meeting=meeting, kind=DecisionKind.GIVE_ASSIGNMENT, section="6", text="Se över.", by=by
    )
    record_decision(
        meeting=meeting, kind=DecisionKind.NOTE, section="7", document=document, text="N.", by=by
    )
    pdf = write_pdf(paper(), day=DAY)
    batch = take_in(
        files=[("plan.pdf", BytesIO(pdf))],
        by=by,
        at=datetime(2014, 2, 13, tzinfo=UTC),
        name="Mappen",
    )
    read_files(batch=batch, on=DAY, by=by)
    keep_report(batch, day=DAY, placed=lambda row, page: Places())
    file = batch.files.get()
    candidate = file.candidates.first()
    event = fed("protokoll", MINUTES, by, body="kommunfullmäktige", day=DAY.isoformat())[0]
    memo = draft_memo(
        kind=MemoKind.REVIEW,
        documents=[document],
        matter=matter,
        addressed_to=meeting.body,
        day=DAY,
        by=by,
    )
    return {
        "document_id": document.pk,
        "act_id": document.acts.first().pk,
        "slug": document.slug,
        "meeting_id": meeting.pk,
        "matter_id": matter.pk,
        "decision_id": given.pk,
        "assignment_id": given.given_assignment.pk,
        "body_key": meeting.body.key,
        "batch_id": batch.pk,
        "file_id": file.pk,
        "event_id": event.pk,
        "page": 1,
        "candidate_id": candidate.pk,
        "claim_id": candidate.claims.first().pk,
        "memo_id": memo.pk,
        "run_id": ImportRun.objects.create(
            table="documents", file_name="lista.xlsx", by=by, at=datetime(2014, 2, 13, tzinfo=UTC)
        ).pk,
        "table": "documents",
        "form": "xlsx",
        "uidb36": "1",
        "key": "set-password",
    }
