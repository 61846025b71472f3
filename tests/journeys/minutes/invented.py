"""Fifteen meetings of an invented municipality: the papers, and what they do, labelled by hand.

Each paper is named by its day, body and kind. The labels are written from the texts, as those of
the corpus are, and in the same form.
"""

from dataclasses import dataclass, field
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
BODIES = {"kf": "kommunfullmäktige", "ks": "kommunstyrelsen"}
KINDS = ("kallelse", "protokoll")  # the agenda of a day comes before its minutes


@dataclass(frozen=True)
class Paper:
    """A text with its meeting and its labels."""

    name: str
    labels: list[dict] = field(default_factory=list)

    @property
    def text(self) -> str:
        return (TEXTS / f"{self.name}.txt").read_text("utf-8")

    @property
    def day(self) -> str:
        return self.name[:10]

    @property
    def body(self) -> str:
        return BODIES[self.name.split("-")[3]]

    @property
    def kind(self) -> str:
        return self.name.split("-")[4]


def event(action: str, title: str | None, kind: str | None, section: str = "", **more) -> dict:
    status = "decided" if section else "proposed"
    return {
        "action": action,
        "status": status,
        "document_title": title,
        "document_type": kind,
        "paragraph": section or None,
        "enters_into_force": None,
        "valid_until": None,
        "ends": [],
    } | more


def ended(
    title: str | None, by: str | None = None, on: str | None = None, section: str | None = None
):
    return {"title": title, "adopted_by": by, "adopted_on": on, "paragraph": section}


LIBRARY = "Biblioteksplan för Tyresö kommun 2019–2022"
QUALITY = "Kvalitetspolicy för Tyresö kommun"
WORDS = "Policy för kommunikation"
CLUBS = "Reglemente för föreningsbidrag"
CLIMATE = "Klimatplan för Tyresö kommun"
CULTURE = "Kultur- och biblioteksplan för Tyresö kommun 2023–2027"
PLACES = "Taxa för upplåtelse av offentlig plats"

LABELS: dict[str, list[dict]] = {
    "2019-02-14-kf-protokoll": [
        event("adopt", LIBRARY, "plan", "12", valid_until="2022-12-31"),
        event("adopt", WORDS, "policy", "13"),
    ],
    "2019-05-16-kf-protokoll": [
        event("adopt", QUALITY, "policy", "40"),
        event("adopt", CLUBS, "reglemente", "41"),
    ],
    "2020-03-19-kf-protokoll": [event("revise", WORDS, "policy", "22")],
    "2020-11-19-kf-protokoll": [event("amend_part", CLUBS, "reglemente", "101")],
    "2022-04-21-kf-protokoll": [event("extend", LIBRARY, "plan", "55", valid_until="2023-12-31")],
    "2022-06-16-kf-protokoll": [
        event("refer", "Parkeringsprogram för Tyresö kommun", "program", "71")
    ],
    "2022-09-06-ks-protokoll": [
        event("remit", "Näringslivsstrategi för Tyresö kommun", "strategi", "140")
    ],
    "2023-06-15-kf-protokoll": [
        event(
            "replace",
            CULTURE,
            "plan",
            "64",
            ends=[ended(LIBRARY, "kommunfullmäktige", "2019-02-14", "12")],
        )
    ],
    "2023-09-21-kf-protokoll": [
        event("repeal", QUALITY, "policy", "90", ends=[ended(QUALITY)]),
        event("give_assignment", "klimatplan för Tyresö kommun", "plan", "91"),
    ],
    "2024-09-19-kf-kallelse": [event("adopt", CLIMATE, "plan")],
    "2024-09-19-kf-protokoll": [
        event(
            "close_assignment",
            None,
            None,
            "84",
            ends=[ended(None, "kommunfullmäktige", "2023-09-21", "91")],
        ),
        event("adopt", CLIMATE, "plan", "84"),
    ],
    "2024-10-17-kf-kallelse": [event("repeal", CLUBS, "reglemente", ends=[ended(CLUBS)])],
    "2025-02-13-kf-protokoll": [
        event("adopt", PLACES, "taxa", "9", enters_into_force="2025-07-01")
    ],
    "2025-04-08-ks-protokoll": [
        event("repeal", WORDS, "policy", "61", status="proposed", ends=[ended(WORDS)])
    ],
}


def papers() -> list[Paper]:
    """The papers in the order a person would take them in."""
    found = [Paper(name, labels) for name, labels in LABELS.items()]
    return sorted(found, key=lambda paper: (paper.day, KINDS.index(paper.kind)))
