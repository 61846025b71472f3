"""How documents stand by what labels say of meetings: a small model that shares nothing with the product.

An event is a mapping as in the reading's contract: action, status, document_title, ... One life is
a title with its days; a title may have several lives, one after the other.
"""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta

SMALL = {
    "för",
    "i",
    "och",
    "av",
    "om",
    "till",
    "med",
    "samt",
    "på",
    "göteborgs",
    "göteborg",
    "stads",
}


@dataclass
class Life:
    """One document: from when it is decided and in force, through when, and how it ended."""

    title: str
    decided: date | None = None
    begins: date | None = None
    last: date | None = None
    ended: date | None = None
    how: str = ""

    def standing(self, day: date) -> str:
        if self.ended and self.ended <= day:
            return self.how
        if self.decided is None:
            return "unknown"
        if day < self.decided:
            return "draft"
        if self.begins and day < self.begins:
            return "upcoming"
        return "over" if self.last and day > self.last else "in force"


@dataclass
class Model:
    """All lives, as the events met in date order leave them."""

    lives: list[Life] = field(default_factory=list)

    def meet(self, event: dict) -> None:
        """Let a decided event work; what is only proposed changes nothing."""
        action, title = event["action"], event["document_title"]
        if event["status"] != "decided" or (title and not event["document_type"]):
            return  # a phrase for several documents is none of them
        day = date.fromisoformat(event["decision_date"])
        begins = max(day, first(event["enters_into_force"]) or day)
        last = final(event["valid_until"])
        if action in ("adopt", "revise", "replace"):
            self.adopt(event, day, begins, last)
        elif action == "repeal":
            from_day = max(day, last + timedelta(1)) if last else begins
            for one in event["ends"]:
                end(self.living(one["title"]) or self.found(one), from_day, "repealed")
        elif action == "extend":
            mine = self.living(title)
            if mine and mine.decided and mine.last and last and last > mine.last:
                mine.last = last

    def adopt(self, event: dict, day: date, begins: date, last: date | None) -> None:
        """The document begins, or goes on with a new text; what it takes the place of ends."""
        gone = [self.living(one["title"]) or self.found(one) for one in event["ends"]]
        mine = self.living(event["document_title"])
        if mine is None or mine in gone:
            mine = Life(event["document_title"])
            self.lives.append(mine)
        if mine.decided is None:
            mine.decided, mine.begins = day, begins
        mine.last = last or mine.last
        for one in gone:
            end(one, begins, "replaced")

    def living(self, title: str) -> Life | None:
        """The life of this name that has not ended."""
        named = [life for life in self.lives if same(life.title, title)]
        return next((life for life in named if life.ended is None), None)

    def found(self, one: dict) -> Life:
        """A document that is first heard of when it ends."""
        life = Life(one["title"])
        if one["adopted_on"]:
            life.decided = life.begins = final(one["adopted_on"])
        self.lives.append(life)
        return life

    def on(self, day: date) -> list[tuple[str, str]]:
        """Each title with how it stands, in order."""
        return sorted((key(life.title), life.standing(day)) for life in self.lives)


def end(life: Life, day: date, how: str) -> None:
    if life.ended is None:
        life.ended, life.how = day, how


def same(one: str, other: str) -> bool:
    return key(one) == key(other)


def key(title: str) -> str:
    """The title without case, small words and the definite ending of its words."""
    words = "".join(c if c.isalnum() else " " for c in title.lower()).split()
    return " ".join(bare(word) for word in words if word not in SMALL)


def bare(word: str) -> str:
    for ending in ("et", "en", "n", "t"):
        if len(word) > 6 and word.endswith(ending):
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 6 else word


def first(stated: str | None) -> date | None:
    parts = [int(part) for part in stated.split("-")] if stated else []
    return date(*[*parts, 1, 1][:3]) if parts else None


def final(stated: str | None) -> date | None:
    parts = [int(part) for part in stated.split("-")] if stated else []
    if not parts:
        return None
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])
