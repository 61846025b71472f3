"""Who adopted the document: a body or an office-holder; of minutes the body that meets."""

import re
from collections.abc import Iterable

from vagvisare.reading.bodies import bodies_in
from vagvisare.reading.dates import dates_in
from vagvisare.reading.extractors.decision import adoption, decision_fields
from vagvisare.reading.labels import Labelled
from vagvisare.reading.source import Candidate, Source
from vagvisare.reading.text import as_value

FIELD = "deciding_body"
# "Beslutad (datum och av vem)": the day may stand before the decider or after.
_ASKS_WHO = re.compile(r"(?i)\bav(?:/| vem)")
_BEFORE_ROLE = re.compile(r"^\s*(?:\d{4}-\d\d-\d\d|§\s?\d+|[,;/ ])+")
_AFTER_ROLE = re.compile(
    r"\s+NN\b.*|\s+den\s+\d.*|\s*\d{4}-\d\d-\d\d.*|\s*[,(]?\s*(?:§|dnr\b).*", re.S
)


def find(source: Source) -> Iterable[Candidate]:
    """Yield the decider from the decision field, an adoption phrase, or the minutes' head."""
    if source.kind in ("memo", "summons", "report"):
        return
    if source.kind == "minutes":
        yield from _meeting(source)
        return
    for field in sorted(decision_fields(source), key=lambda field: field.field != "deciding_body"):
        yield from _labelled(source, field)
    act = adoption(source)
    if act and act.body:
        yield Candidate(FIELD, act.body.name, act.body.start, act.body.end, act.strength)


def _meeting(source: Source) -> Iterable[Candidate]:
    body = source.meeting.body
    if source.context and source.context.body:
        yield Candidate(
            FIELD, source.context.body, body.start if body else 0, body.end if body else 0, 0.97
        )
    elif body:
        yield Candidate(FIELD, body.name, body.start, body.end, 0.93)


def _labelled(source: Source, field: Labelled) -> Iterable[Candidate]:
    if field.is_empty or field.is_placeholder:
        return
    bodies = bodies_in(source.clean, source.vocabulary, field.start, field.end)
    if field.in_group and not bodies:  # a row of labels that names the body: "Antagen KF"
        label_end = field.label_start + len(field.label)
        bodies = bodies_in(source.clean, source.vocabulary, field.label_start, label_end)
    if field.in_group and field.field == "deciding_body":
        yield Candidate(FIELD, field.value, field.start, field.end, 0.95)
    elif bodies and not _is_role(field.value):
        yield Candidate(FIELD, bodies[0].name, bodies[0].start, bodies[0].end, 0.95)
    elif field.field == "deciding_body" or _ASKS_WHO.search(field.label):
        own = _BEFORE_ROLE.sub("", field.value)
        value = as_value(_undated(_AFTER_ROLE.sub("", own)).strip("[] "))
        if re.search(r"[A-Za-zåäö]{3}", value) and len(value) < 150:
            yield Candidate(FIELD, value, field.start, field.end, 0.93)


def _undated(value: str) -> str:
    """Return a role without the day beside it: "Rektor 15 september 2023", "12.11.2013 Rektor"."""
    for day in dates_in(value)[:1]:
        before, after = value[: day.start].rstrip(" ,;/("), value[day.end :].lstrip(" ,;/)")
        return before or after
    return value


def _is_role(value: str) -> bool:
    return bool(
        re.match(
            r"\s*\[?(?:[a-zåäö]+\s)?[a-zåäö-]*(?:chef|chefer|direktör)(?:en|erna)?\b", value, re.I
        )
    )
