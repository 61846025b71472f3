"""A memo as the checks read it, wherever it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass

PROPOSAL, BASIS, RECIPIENTS, SOURCES = "proposal", "basis", "recipients", "sources"
# The parts that argue: what is concluded there must come back in the proposal.
_LISTS = frozenset({PROPOSAL, BASIS, RECIPIENTS, SOURCES})


@dataclass(frozen=True)
class Said:
    """A sentence or a point, and where it stands.

    place    for a person to find it: "Förslag till beslut, punkt 1"
    decider  of a point: the body that the words above it say decides; empty: the addressed one
    """

    text: str
    place: str
    decider: str = ""


@dataclass(frozen=True)
class Section:
    """A part under its heading. `role` is one of headings.sv.toml, or empty."""

    heading: str
    role: str
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class MemoText:
    """What a memo says.

    addressed  the body it goes to, as written; empty: not found
    day        the memo's own date, as written; empty: none
    diary_no   empty: none, whether or not there is a label for it
    """

    title: str = ""
    addressed: str = ""
    day: str = ""
    diary_no: str = ""
    sections: tuple[Section, ...] = ()

    def under(self, role: str) -> tuple[Said, ...]:
        """Return what is said in the parts with this role."""
        return tuple(said for part in self.sections if part.role == role for said in part.said)

    def argued(self) -> Iterator[Said]:
        """Return what is said outside the proposal and the lists at the end."""
        for part in self.sections:
            if part.role not in _LISTS:
                yield from part.said

    def everything(self) -> Iterator[Said]:
        """Return all that is said, in order."""
        for part in self.sections:
            yield from part.said
