"""Events of a paper: each item's statements read, and what belongs together put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vagvisare.reading.events.actions import deed_of
from vagvisare.reading.events.days import force_date, last_date
from vagvisare.reading.events.deeds import Deed
from vagvisare.reading.events.items import Item, items_of
from vagvisare.reading.events.page_edges import without_page_edges
from vagvisare.reading.events.phrases import LEAD_IN, Phrase, each_named, phrase_at
from vagvisare.reading.events.statements import Statement, statements_of
from vagvisare.reading.events.sureness import sureness
from vagvisare.reading.meeting import MeetingHead, meeting_head, without_numbers
from vagvisare.reading.paper import Paper
from vagvisare.reading.reading import EndedDocument, Event
from vagvisare.reading.text import as_value
from vagvisare.reading.types import first_type

_ADOPTIONS = ("adopt", "revise")
_DATED = (*_ADOPTIONS, "amend_part")  # what a later statement may say the days of
# Words that end or change something; where no deed was read of them, something was missed.
_CHANGES = re.compile(r"(?i)\b(?:upphör|upphäv|ersätt|revider|ändra)\w*")
_ITSELF = re.compile(
    r"(?i)^(?:taxan|planen|programmet|policyn|riktlinjen|riktlinjerna|reglementet|reglerna|strategin|föreskrifterna|föreskriften|bestämmelserna|dokumentet|rutinen)"
)
# Headings of items that name a document without being about one of one's own.
_NO_SUBJECT = re.compile(
    r"(?i)detaljplan|planprogram|\bsvar på\b|\bval av\b|motion|interpellation|\bremiss från\b|årsredovisning"
)
# "Redovisning av uppdrag att ta fram en policy": what is at issue is the policy.
_TASK = re.compile(
    r"(?i)uppdrag(?:et)?\s+(?:om\s+)?att\s+(?:ta\s+fram|upprätta|utarbeta|revidera|uppdatera|se\s+över)\s+(?:(?:förslag\s+(?:till|på)|en|ett|ny|nya|nytt)\s+)*"
)
_REPORTS = ("rapport", "protokoll", "tjänsteskrivelse")
_REVISION = re.compile(r"(?i)^[ \t]*revidering\s+av\b")


@dataclass(frozen=True)
class _Done:
    statement: Statement
    deed: Deed


def events_of(source: Paper) -> tuple[Event, ...]:
    """Return the events of minutes, agendas and memos; other papers have none."""
    if source.kind not in ("minutes", "summons", "memo"):
        return ()
    text = without_page_edges(source.clean)
    return tuple(event for item in items_of(text) for event in _events(source, item, text))


def _events(source: Paper, item: Item, text: str) -> list[Event]:
    heading = _cleaned(text[slice(*item.heading)])
    done: list[_Done] = []
    unread = False
    for part in item.parts:
        for statement in statements_of(text, part, source.vocabulary):
            deed = deed_of(statement.text, source.vocabulary)
            if deed is not None:
                done.extend(_Done(statement, one) for one in _each(deed, source))
            elif done and (force_date(statement.text) or last_date(statement.text)):
                done = _with_days(done, statement.text)
            if deed is None and _CHANGES.search(statement.text):
                unread = True
    named = [d for d in (_titled(one, done, heading, source) for one in done) if d is not None]
    meeting = meeting_head(source.clean[item.start : item.end], source.vocabulary)
    return [_event(source, item, meeting, one, unread) for one in _put_together(named, heading)]


def _each(deed: Deed, source: Paper) -> list[Deed]:
    """Return one adoption for each document; what ceases stands on the first."""
    if deed.phrase is None or deed.action not in _ADOPTIONS:
        return [deed]
    first, *more = each_named(deed.phrase, source.vocabulary)
    return [replace(deed, phrase=first), *(replace(deed, phrase=p, ends=()) for p in more)]


def _cleaned(heading: str) -> str:
    return as_value(re.sub(r"(?i)\bDatum\b|\d{4}-\d\d-\d\d", "", without_numbers(heading)))


def _with_days(done: Sequence[_Done], words: str) -> list[_Done]:
    """Give the days of a statement ("Taxan träder i kraft ...") to the last adoption before it."""
    first, last = force_date(words), last_date(words)
    if first is None and not re.search(r"(?i)\bgäller\b", words):
        return list(done)
    out = list(done)
    for number in range(len(out) - 1, -1, -1):
        deed = out[number].deed
        if deed.action in _DATED and not deed.in_force:
            deed = replace(deed, in_force=first, valid_until=deed.valid_until or last)
            out[number] = replace(out[number], deed=deed)
            break
    return out


def _titled(one: _Done, done: Sequence[_Done], heading: str, source: Paper) -> _Done | None:
    """Return the deed with its document; "planen" and "ärendet" are what the item is about."""
    deed = one.deed
    if deed.action == "close_assignment":
        return one
    phrase = deed.phrase
    if phrase is None or (not phrase.is_named and _ITSELF.match(phrase.title)):
        earlier = next(
            (
                d.deed.phrase
                for d in done
                if d is not one
                and d.deed.phrase
                and d.deed.phrase.is_named
                and d.deed.action in _ADOPTIONS
            ),
            None,
        )
        phrase = (
            earlier
            or _of_heading(heading, source)
            or (phrase if phrase and deed.action == "give_assignment" else None)
        )
    elif (
        _ITSELF.match(phrase.title)
        and deed.action in _ADOPTIONS
        and not re.match(r"\w+\s+(?:för|om|i|till|mot)\b", phrase.title)
    ):
        phrase = _of_heading(heading, source) or phrase
    elif _ITSELF.match(phrase.title) and deed.action == "give_assignment":
        earlier = next(
            (d.deed.phrase for d in done if d.deed.action in _ADOPTIONS and d.deed.phrase), None
        )
        phrase = earlier or phrase
    return replace(one, deed=replace(deed, phrase=phrase)) if phrase else None


def _of_heading(heading: str, source: Paper) -> Phrase | None:
    lead = LEAD_IN.match(heading)
    words = heading[lead.end() :] if lead else heading
    if first_type(words, source.vocabulary) is None or _NO_SUBJECT.search(heading):
        return None
    task = _TASK.match(words)
    phrase = phrase_at(words, task.end() if task else 0, source.vocabulary)
    told_of = re.match(r"(?i)uppdrag", phrase.title) if phrase else None
    return None if phrase is None or told_of or phrase.document_type in _REPORTS else phrase


def _put_together(done: Sequence[_Done], heading: str) -> list[_Done]:
    """Return the deeds with ended documents moved to the first adoption of their item."""
    ended = [d for d in done if d.deed.action == "repeal" and not _is_collective(d.deed)]
    done = _once_amended(done)
    adoption = next((d for d in done if d.deed.action in _ADOPTIONS), None)
    out = []
    for one in done:
        if one in ended and adoption is not None:
            continue
        deed = one.deed
        if deed.action == "adopt":
            ends = (
                (*deed.ends, *(e for d in ended for e in d.deed.ends))
                if one is adoption
                else deed.ends
            )
            action = _adoption_name(deed, ends, heading)
            deed = replace(deed, action=action, ends=ends)
        out.append(replace(one, deed=deed))
    return out


def _is_collective(deed: Deed) -> bool:
    """Tell whether the documents are named by a phrase for many of them, as in a yearly review."""
    return deed.phrase is not None and bool(
        re.search(r"(?i)styrande dokument|styrdokument", deed.phrase.title)
    )


def _once_amended(done: Sequence[_Done]) -> list[_Done]:
    """Return the deeds with one amendment for each document, though several sentences tell of it."""
    out: list[_Done] = []
    for one in done:
        before = out[-1] if out else None
        if (
            before
            and before.deed.action == one.deed.action == "amend_part"
            and _same_document(before.deed, one.deed)
        ):
            # "stadgarna" says again what the statement before it named
            out[-1] = one if one.deed.phrase and one.deed.phrase.is_named else before
        else:
            out.append(one)
    return out


def _same_document(first: Deed, second: Deed) -> bool:
    words = [
        {re.sub(r"s$", "", w) for w in re.findall(r"[\wåäö]{6,}", d.phrase.title.casefold())}
        if d.phrase
        else set()
        for d in (first, second)
    ]
    again = second.phrase is not None and not second.phrase.is_named
    return again or bool(words[0] & words[1] - {"reglemente", "reglementet"})


def _adoption_name(deed: Deed, ends: tuple[EndedDocument, ...], heading: str) -> str:
    if deed.called_revised:
        return "revise"
    if ends:
        return "replace"
    return "revise" if _REVISION.match(heading) else "adopt"


def _event(source: Paper, item: Item, meeting: MeetingHead, one: _Done, unread: bool) -> Event:
    deed, statement = one.deed, one.statement
    agenda = source.kind == "summons" or source.clean[
        item.start : item.start + 80
    ].lstrip().startswith("|")
    whole = source.meeting
    body = (source.context.body if source.context else None) or (
        whole.body.name if whole.body and source.kind != "memo" else None
    )
    day = (source.context.date.isoformat() if source.context and source.context.date else None) or (
        whole.day.value if whole.day else None
    )
    to = _recommended_to(statement, body)
    proposed = agenda or source.kind == "memo" or to is not None
    number = meeting.diary_no or whole.diary_no
    sure = sureness(
        deed,
        said=statement.part.headed,
        around=_around(source, item, statement),
        unread=unread,
        from_heading=deed.phrase is not None and deed.phrase.title not in statement.text,
        vocabulary=source.vocabulary,
    )
    return Event(
        action=deed.action,
        status="proposed" if proposed else "decided",
        evidence=source.text.evidence(statement.start, statement.end, sure),
        document_title=deed.phrase.title if deed.phrase else None,
        document_type=deed.phrase.document_type if deed.phrase else None,
        deciding_body=body,
        decision_date=None if agenda or source.kind == "memo" else day,
        paragraph=None
        if agenda or source.kind == "memo" or not meeting.section
        else meeting.section.value,
        registry_number=number.value if number else None,
        draft_dated=deed.draft_dated,
        enters_into_force=deed.in_force,
        valid_until=deed.valid_until,
        ends=deed.ends,
        recommended_to=to or deed.sent_to,
    )


def _around(source: Paper, item: Item, statement: Statement) -> str:
    """Return the item without the statement: its heading, the other points, the papers it lists."""
    text = source.clean
    return as_value(text[item.start : statement.start] + " " + text[statement.end : item.end])


def _recommended_to(statement: Statement, body: str | None) -> str | None:
    """Return the body that is to decide, when it is another than the one that meets."""
    says = statement.subject or statement.part.proposes_to
    if says is None or (body and says.casefold() == body.casefold()):
        return None
    return says
