"""The few words the writers add themselves, in each language a paper may have."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """locale is the language as Word and PDF name it; the rest is shown to the reader."""

    locale: str
    sources: str
    missing: str
    own: str

    def gap(self, missing: str = "") -> str:
        """Return what stands where `missing` should have stood."""
        return f"[{self.missing}: {missing}]" if missing else f"[{self.missing}]"


WORDS = {
    "sv": Words(
        locale="sv-SE",
        sources="Källor",
        missing="saknas",
        own="Meningar utan siffra är skribentens egna.",
    ),
    "en": Words(
        locale="en-GB",
        sources="Sources",
        missing="missing",
        own="Sentences without a number are the writer's own.",
    ),
}
