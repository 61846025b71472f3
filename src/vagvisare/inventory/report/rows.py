"""The rows of the report, read from the database a few hundred files at a time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from vagvisare.inventory.faults import fault_sentence
from vagvisare.inventory.models import Batch, Candidate, Claim, SourceFile
from vagvisare.inventory.queries import type_meant
from vagvisare.inventory.report.findings import Promise, ReportRow, Words
from vagvisare.inventory.states import About, FileState, Validity
from vagvisare.register.models.document import folded_name

AT_A_TIME = 500  # files
FOLLOW_UP_WORDS = ("uppfölj", "utvärder", "redovis", "slutrapport")
KEPT_BY_FOLLOWING = ("follow_up", "evaluation")


def rows_of(batch: Batch) -> Iterator[ReportRow]:
    """Yield a row for each document that the batch's files are or speak of, in the files' order.

    Three queries for every 500 files. A value that a person has corrected stands as corrected.
    """
    followed = titles_followed_up(batch)
    for files in _portions(batch):
        candidates = _candidates(files)
        said = _said(candidates)
        by_file = {key: list(own) for key, own in groupby(candidates, key=attrgetter("file_id"))}
        for file in files:
            own = by_file.get(file.pk, [])
            if not own:
                yield _without_document(file)
            for candidate in own:
                yield _row(file, candidate, said[candidate.pk], followed)


def titles_followed_up(batch: Batch) -> frozenset[str]:
    """Return the folded titles that a follow-up or an evaluation in the batch speaks of."""
    papers = Candidate.objects.filter(batch=batch, about=About.MENTIONED).exclude(title="")
    own = Candidate.objects.filter(batch=batch, about=About.OWN)
    files = [
        file
        for file, title in own.values_list("file", "title").iterator()
        if any(word in title.casefold() for word in FOLLOW_UP_WORDS)
    ]
    spoken_of = set()
    for start in range(0, len(files), AT_A_TIME):
        titles = papers.filter(file__in=files[start : start + AT_A_TIME])
        spoken_of |= {folded_name(title) for title in titles.values_list("title", flat=True)}
    return frozenset(spoken_of)


def _portions(batch: Batch) -> Iterator[list[SourceFile]]:
    """The files in the order of their keys, each portion found from where the last one ended."""
    files = (
        batch.files.select_related("duplicate_of", "versions__latest")
        .defer("pages", "signature", "duplicate_of__pages", "duplicate_of__reading")
        .defer("duplicate_of__signature", "versions__latest__pages", "versions__latest__reading")
        .order_by("pk")
    )
    last = 0
    while portion := list(files.filter(pk__gt=last)[:AT_A_TIME]):
        yield portion
        last = portion[-1].pk


def _candidates(files: list[SourceFile]) -> list[Candidate]:
    keys = [file.pk for file in files]
    return list(Candidate.objects.filter(file__in=keys).order_by("file", "-about", "position"))


def _said(candidates: Iterable[Candidate]) -> dict[int, dict[str, str]]:
    """What people have confirmed, by candidate and field."""
    said: dict[int, dict[str, str]] = defaultdict(dict)
    keys = [candidate.pk for candidate in candidates]
    claims = Claim.objects.confirmed().filter(candidate__in=keys, position=0)
    for key, field, value in claims.values_list("candidate", "field", "confirmed_value"):
        said[key][field] = value
    return said


def _without_document(file: SourceFile) -> ReportRow:
    return ReportRow(
        file=file.pk,
        path=file.path,
        title=file.name,
        fault=_fault(file),
        duplicate_of=file.duplicate_of.path if file.duplicate_of else "",
        linked_from=file.linked_from,
    )


def _fault(file: SourceFile) -> str:
    if file.state != FileState.FAILED:
        return ""
    return fault_sentence(file.error_code, file.error_message) or file.error_code


def _row(
    file: SourceFile, candidate: Candidate, said: dict[str, str], followed: frozenset[str]
) -> ReportRow:
    facts = _facts(file, candidate)
    values = {name: value for name, value in facts.items() if isinstance(value, str)} | said
    word = values.get("document_type", "")
    kind = type_meant(word)
    title = values.get("title", "") or candidate.title
    own = candidate.about == About.OWN
    return ReportRow(
        file=file.pk,
        path=file.path,
        about=About(candidate.about),
        candidate=candidate.pk,
        title=title,
        document_type=word,
        kind=kind.key if kind else "",
        review_years=kind.review_years if kind else 0,
        deciding_body=values.get("deciding_body", ""),
        decided_on=values.get("decision_date", ""),
        section=values.get("paragraph", ""),
        diary_no=values.get("registry_number", ""),
        valid_from=values.get("valid_from", ""),
        valid_until=values.get("valid_until", ""),
        until_further_notice=bool(facts.get("tills_vidare")),
        validity=Validity(candidate.validity),
        responsible=values.get("responsible", ""),
        confidence=candidate.confidence,
        evidence=_words(facts.get("evidence") or {}),
        promises=_promises(facts) if own else (),
        followed_up=bool(title) and folded_name(title) in followed,
        latest=_latest(file) if own else "",
        linked_from=file.linked_from,
    )


def _facts(file: SourceFile, candidate: Candidate) -> dict[str, Any]:
    reading = file.reading or {}
    if candidate.about == About.OWN:
        return reading
    mentions = reading.get("mentions", [])
    return mentions[candidate.position] if candidate.position < len(mentions) else {}


def _words(evidence: dict[str, Any]) -> dict[str, Words]:
    return {name: Words(found["text"], found["page"]) for name, found in evidence.items()}


def _promises(reading: dict[str, Any]) -> tuple[Promise, ...]:
    return tuple(
        Promise(
            promise["evidence"]["text"],
            promise["evidence"]["page"],
            _year(promise),
            promise.get("interval_months"),
        )
        for promise in reading.get("promises", [])
        if promise.get("kind") in KEPT_BY_FOLLOWING
    )


def _year(promise: dict[str, Any]) -> int | None:
    due = str(promise.get("due") or "")[:4]
    return int(due) if due.isdecimal() else None


def _latest(file: SourceFile) -> str:
    """The path of the latest decided version, where this file is not that one."""
    latest = file.versions.latest if file.versions else None
    return latest.path if latest and latest.pk != file.pk else ""
