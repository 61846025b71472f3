"""What a decision is known by."""

from dataclasses import dataclass

from vagvisare.organization.models import Body


@dataclass(frozen=True)
class DecisionReference:
    """The body, the day, the section and the diary number that tell one decision from all others.

    decided_on  as stated: "2007-12-12", "2007-12", "2007" or "" where nothing is known
    section     as in the minutes, without the sign: "120", "165-166"
    source      where we have it from: a file's name, "decision:17"
    """

    body: Body | None = None
    decided_on: str = ""
    section: str = ""
    diary_no: str = ""
    source: str = ""

    def __str__(self) -> str:
        section = f"§ {self.section}" if self.section else ""
        diary_no = f"dnr {self.diary_no}" if self.diary_no else ""
        parts = [self.body.name if self.body else "", self.decided_on, section, diary_no]
        return " ".join(part for part in parts if part)
