"""Covers whose columns run together: labels first, then all values. Each value finds its label
by what it is (a date, a number, a type), and what is left over by its order."""

import dataclasses
import re
from collections.abc import Sequence

from vagvisare.reading.bodies import first_body, first_role
from vagvisare.reading.dates import dates_in
from vagvisare.reading.header_rows import aligned, with_rows
from vagvisare.reading.header_stacks import stacked
from vagvisare.reading.header_tables import with_tables
from vagvisare.reading.labels import Labelled, is_placeholder
from vagvisare.reading.numbers import diary_numbers_in, sections_in
from vagvisare.reading.periods import open_ended, years_period
from vagvisare.reading.text import as_value
from vagvisare.reading.vocabulary import Vocabulary

_BLOCK_END = re.compile(
    r"\n[ \t]*\n|\n(?=[ \t]*(?:Antag(?:en|et|na)|Fastställ(?:d|t|da)|Beslutad|Beslutat) (?:av|i|genom) )|(?<=\s)Innehåll\b|(?<=\s)Innehållsförteckning\b"
)
_BRACKETED = re.compile(r"\[[^\]\n]{2,60}\]")
_VERSION = re.compile(r"(?<!\S)\d{1,2}(?:\.\d{1,2})?(?!\S)")
_CHUNK = re.compile(r"[^\W\d]\S*(?: \S+)*")  # words with single spaces between them
_LONGEST = 900

Span = tuple[int, int]


def filled(text: str, labelled: Sequence[Labelled], vocabulary: Vocabulary) -> list[Labelled]:
    """Return `labelled` with the values of its groups found; the rest as it is."""
    labelled = with_tables(text, with_rows(text, labelled, vocabulary), vocabulary)
    out: list[Labelled] = []
    index = 0
    while index < len(labelled):
        row = aligned(text, labelled, index) or stacked(text, labelled, index)
        if row:
            out.extend(row)
            index += len(row)
            continue
        group = _group(labelled, index)
        if len(group) < 2:
            out.append(labelled[index])
            index += 1
            continue
        following = [item for item in labelled[index + len(group) :] if item.label != "beslutet"]
        stop = following[0].label_start if following else len(text)
        out.extend(_Cover(text, group, stop, vocabulary).solve())
        index += len(group)
    return [item for item in out if item.label != "beslutet"]


def _group(labelled: Sequence[Labelled], index: int) -> Sequence[Labelled]:
    stop = index
    while stop < len(labelled) and labelled[stop].in_group:
        # The labels of a row of their own all end with their line.
        if (
            stop > index + 1
            and labelled[index].end == labelled[index + 1].end != labelled[stop].end
        ):
            break
        if stop > index and labelled[stop].label_start - labelled[stop - 1].end > 80:
            break
        stop += 1
    return labelled[index : max(stop, index + 1)]


class _Cover:
    """The labels of one group and the stretch of text in which their values stand mixed."""

    def __init__(
        self, text: str, group: Sequence[Labelled], stop: int, vocabulary: Vocabulary
    ) -> None:
        self.text, self.group, self.vocabulary = text, group, vocabulary
        self.start = group[-1].end
        limit = min(stop, self.start + _LONGEST)
        first = re.compile(r"\s*").match(text, self.start, limit)
        end = _BLOCK_END.search(text, first.end() if first else self.start, limit)
        self.end = end.start() if end else limit
        # The labels of a row with single spaces end with their line; so do their values.
        self.is_row = all(item.end == self.start for item in group)
        if self.is_row:
            self.end = self._line_end()
        self.left = re.sub(
            r"(?:Datum och paragraf för|beslutet:)|\bden(?=\s+\d{1,2}(?::?e)?\s+[a-z]{3,9}\s+\d{4})",
            lambda m: " " * len(m[0]),
            text[: self.end],
        )
        self.values: dict[str, Span] = {}
        self.words: dict[str, str] = {}

    def _line_end(self) -> int:
        first = re.compile(r"\s*[^\n]*").match(self.text, self.start, self.end)
        return first.end() if first else self.end

    def solve(self) -> list[Labelled]:
        """Return the labels with what was found for each; empty where nothing is left for it."""
        wanted = [item.field for item in self.group]
        if self.is_row:
            self._last_of_row(wanted)
        for field, find in (
            ("decision", self._decision),
            ("registry_number", self._number),
            ("document_type", self._type),
            ("validity", self._validity),
            ("revised", self._day),
            ("valid_from", self._day),
            ("valid_until", self._last_day),
        ):
            if field in wanted:
                self._take(field, find())
        self._placeholders(wanted)
        if self.is_row:
            self._name(wanted)
        self._free(wanted)
        return [self._labelled(item) for item in self.group]

    def _last_of_row(self, wanted: Sequence[str]) -> None:
        """Give a lone day to the last label when that asks for the end; spare the version."""
        days = dates_in(self.left, self.start, self.end)
        if wanted[-1] == "valid_until" and len(days) == 1:
            self._take("valid_until", (days[0].start, days[0].end))
        number = _VERSION.search(self.left, self.start, self.end)
        if number and any(item.label.casefold() == "version" for item in self.group):
            self._take("version", number.span())

    def _name(self, wanted: Sequence[str]) -> None:
        """Give the first words of a row to the name, when no other words come before it."""
        others = [field for field in wanted if field in ("title", "deciding_body", "responsible")]
        first = _CHUNK.search(self.left, self.start, self.end)
        if first and others[:1] == ["title"] and len(others) < 3:
            self._take("title", first.span())

    def _labelled(self, item: Labelled) -> Labelled:
        if item.field not in self.values:
            return item
        start, end = self.values[item.field]
        value = self.words.get(item.field, self.text[start:end])
        return dataclasses.replace(item, start=start, end=end, value=value)

    def _take(self, field: str, span: Span | None) -> None:
        if span and field not in self.values:
            self.values[field] = span
            self.left = self.left[: span[0]] + " " * (span[1] - span[0]) + self.left[span[1] :]

    def _decision(self) -> Span | None:
        for day in dates_in(self.left, self.start, self.end):
            section = [
                s for s in sections_in(self.left, day.end, self.end) if s.start - day.end < 6
            ]
            if section or "revised" not in [item.field for item in self.group]:
                return day.start, section[0].end if section else day.end
        return None

    def _number(self) -> Span | None:
        numbers = diary_numbers_in(self.left, self.start, self.end)
        if not numbers:
            return None
        later = re.compile(r"\s*\([\d/\s,]+\)").match(self.left, numbers[0].end, self.end)
        if later:  # the number of a later revision, in parentheses
            self.left = (
                self.left[: later.start()]
                + " " * (later.end() - later.start())
                + self.left[later.end() :]
            )
        return numbers[0].start, numbers[0].end

    def _type(self) -> Span | None:
        for word in re.compile(r"(?<![\wåäö-])[A-ZÅÄÖ][a-zåäö]+(?![\wåäö-])").finditer(
            self.left, self.start, self.end
        ):
            if word[0].casefold() in self.vocabulary.types:
                return word.span()
        return None

    def _validity(self) -> Span | None:
        forever = open_ended(self.left, self.start, self.end)
        if forever:
            return forever.start, forever.end
        span = years_period(self.left, self.start, self.end)
        if span and span.first:
            return span.first.start, span.first.end
        worded = re.compile(
            r"(?i)(?:fr\.?o\.?m\.?|t\.?o\.?m\.?|från|till)[^\n\[]{1,20}?(?:19|20)\d\d(?:-\d\d-\d\d)?"
        ).search(self.left, self.start, self.end)
        return worded.span() if worded else None

    def _day(self) -> Span | None:
        days = dates_in(self.left, self.start, self.end)
        if not days:
            return None
        around = re.compile(
            r"(?:\bK[FS]\s+)?"
            + re.escape(self.left[days[0].start : days[0].end])
            + r"(?:\s*§\s*\d+)?"
        )
        whole = around.search(self.left, max(self.start, days[0].start - 4), self.end)
        return whole.span() if whole else (days[0].start, days[0].end)

    def _last_day(self) -> Span | None:
        return self._validity() or self._day()

    def _placeholders(self, wanted: Sequence[str]) -> None:
        """Give [Datum], [Funktion] and lone dashes to the fields still without a value."""
        kinds = (
            ("datum", "revised"),
            ("datum", "decision"),
            ("funktion", "responsible"),
            ("nämnd", "deciding_body"),
            ("text", "decision"),
            ("text", "validity"),
        )
        for match in _BRACKETED.finditer(self.left, self.start, self.end):
            for word, field in kinds:
                if word in match[0].casefold() and field in wanted and field not in self.values:
                    self._take(field, match.span())
                    break
        dashes = iter(
            list(re.compile(r"(?<=\s)[-–](?=\s|$)").finditer(self.left, self.start, self.end))
        )
        for field in ("registry_number", "decision", "revised", "validity"):
            if field in wanted and field not in self.values and (dash := next(dashes, None)):
                self._take(field, dash.span())

    def _free(self, wanted: Sequence[str]) -> None:
        """Give what is left, in columns, to the body and the one responsible."""
        chunks = [
            m.span() for m in re.compile(r"\S+(?: \S+)*").finditer(self.left, self.start, self.end)
        ]
        chunks = [span for span in chunks if re.search(r"\w", self.left[slice(*span)])]
        if "deciding_body" in wanted and "deciding_body" not in self.values:
            self._body(chunks)
            if not self.is_row:
                return
            used = self.values.get("deciding_body", (0, 0))
            chunks = [span for span in chunks if not used[0] <= span[0] < used[1]]
        if wanted[0] == "document_type" and "document_type" not in self.values and chunks:
            chunks = chunks[1:]  # the first column's value, which is no type
        if "responsible" in wanted and "responsible" not in self.values and chunks:
            words = [self.left[slice(*span)] for span in chunks]
            if self.is_row:
                self._own_column(chunks)
            elif not all(is_placeholder(word) for word in words):
                self.values["responsible"] = (chunks[0][0], chunks[-1][1])
                self.words["responsible"] = as_value(" ".join(words))

    def _own_column(self, chunks: Sequence[Span]) -> None:
        """Give the one responsible his column: of "Kommunledning Kanslichef" the second."""
        names = [item.label.casefold() for item in self.group if item.field == "responsible"]
        column = re.compile(r"\S+(?:\s+[^\sA-ZÅÄÖ]\S*)*")
        columns = [m.span() for m in column.finditer(self.left, chunks[0][0], chunks[-1][1])]
        asked = next((i for i, name in enumerate(names) if "ansvarig" in name), 0)
        start, end = (chunks[0][0], chunks[-1][1])
        if len(columns) == len(names) > 1:
            start, end = columns[asked]
        self.values["responsible"] = (start, end)
        self.words["responsible"] = as_value(self.left[start:end])

    def _body(self, chunks: Sequence[Span]) -> None:
        for first, second in [(0, None), *((0, n) for n in range(1, min(len(chunks), 5)))]:
            spans = [chunks[i] for i in (first, second) if i is not None and i < len(chunks)]
            words = " ".join(self.left[slice(*span)] for span in spans)
            body = first_body(words, self.vocabulary)
            role = first_role(words, self.vocabulary)
            found = body.name if body else words[role.start() : role.end()] if role else None
            if found:
                self.values["deciding_body"] = (spans[0][0], spans[-1][1])
                self.words["deciding_body"] = found
                return
        if self.is_row and chunks:  # no known body: "Förvaltningsledning/nämnd"
            self.values["deciding_body"] = chunks[0]
            self.words["deciding_body"] = as_value(self.left[slice(*chunks[0])])
