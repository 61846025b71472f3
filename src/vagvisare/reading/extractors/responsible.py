"""The role or unit responsible for the document, never a person."""

import re
from collections.abc import Iterable

from vagvisare.reading.labels import Labelled
from vagvisare.reading.source import Candidate, Source
from vagvisare.reading.text import as_value

FIELD = "responsible"
# "Dokumentansvarig verksamhetsområde: Vård": a longer label than the known one.
_REST_OF_LABEL = re.compile(r"^[a-zåäö]{3,25}(?:[ /][a-zåäö]{2,25})?:\s*")
# A plan not yet written names who is to write it; ö may be lost in scans.
_ASSIGNED = re.compile(
    r"(?im)^[ \t@•*-]*uppdrag\s+f[öo]r\s+(?P<unit>[a-zåäö-]+(?:f[öo]rvaltningen|kontoret|n[äa]mnden))\s*$"
)
# A role or unit has neither figures nor a label of its own; with them more than it was read.
_LOOKS_LONGER = re.compile(r"[\d:;]|\.\s|^[^\w\[]|(?:\S+\s+){10}")
# Where the value is missing, the next line of the form may be taken for it.
_OTHER = re.compile(
    r"(?i)(?:senast\s+)?(?:reviderad|antag|fastställd|gäller|giltig|beslut|version)"
)


def find(source: Source) -> Iterable[Candidate]:
    """Yield the value of each field that names who is responsible."""
    for field in source.fields("responsible"):
        if field.is_empty or field.is_placeholder or _is_heading(source, field):
            continue
        value = as_value(re.sub(r"\s*\bNN\b.*", "", field.value, flags=re.S).strip("[] -•–"))
        value = re.sub(r"\s*\([^)]*\)$", "", value).rstrip(" :")
        value = _REST_OF_LABEL.sub("", value)
        if value.split(" ")[0].casefold() in source.vocabulary.labels:
            continue  # the next label of a row of labels
        if re.search(r"[A-Za-zåäö]{3}", value) and len(value) < 150 and not _OTHER.match(value):
            sure = (
                0.85
                if field.in_group
                else 0.6
                if field.label == "Enhet"
                else 0.8
                if _LOOKS_LONGER.search(value)
                else 0.93
                if "ägare" in field.label.casefold()
                else 0.94
            )
            yield Candidate(FIELD, value, field.start, field.end, sure)
    for match in _ASSIGNED.finditer(source.clean[:1_500]):
        yield Candidate(FIELD, as_value(match["unit"]), match.start("unit"), match.end("unit"), 0.6)


def _is_heading(source: Source, field: Labelled) -> bool:
    """Tell whether "Ansvar" is the heading of a section: a label of that name has a colon."""
    end = field.label_start + len(field.label)
    return field.label.casefold() == "ansvar" and ":" not in source.clean[end : end + 2]
