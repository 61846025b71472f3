"""The report as one page that needs nothing beside it: to open, to print, to send."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vagvisare.inventory.report.findings import Finding
from vagvisare.inventory.report.links import Placed, Places
from vagvisare.inventory.report.proposals import body_name, proposals_in
from vagvisare.inventory.report.summary import Listed, Shown, Summary
from vagvisare.inventory.states import Validity
from vagvisare.organization.profile import current_profile


@dataclass(frozen=True)
class Line:
    """A row of a finding's table."""

    shown: Shown
    places: Places
    body: str
    note: str


@dataclass(frozen=True)
class Section:
    """A finding with what explains it, its table and how many are left out of it."""

    listed: Listed
    heading: str
    meaning: str
    note_heading: str
    lines: list[Line]

    @property
    def is_about_files(self) -> bool:
        """Whether its rows are files that gave no document of their own."""
        return self.listed.finding in (Finding.DUPLICATE, Finding.UNREADABLE)


@dataclass(frozen=True)
class Bar:
    """A figure of a table, with its share of the largest in percent."""

    label: str
    number: int
    share: int


def rendered(summary: Summary, *, name: str, municipality: str, placed: Placed) -> str:
    """Return the page in the language that is active.

    name  what the inventory is called
    """
    context = {
        "summary": summary,
        "name": name,
        "municipality": municipality,
        "language": get_language(),
        "proposals": proposals_in(summary),
        "sections": [_section(each, placed) for each in summary.findings.values() if each.number],
        "kinds": _bars(summary.kinds, _kind_name),
        "bodies": _bars(summary.bodies, body_name),
        "validity": _bars(summary.validity, lambda key: str(Validity(key).label)),
    }
    return render_to_string("inventory/report.html", context)


def _section(listed: Listed, placed: Placed) -> Section:
    finding = listed.finding
    return Section(
        listed,
        str(finding.label),
        _meaning(finding),
        _note_heading(finding),
        [_line(finding, shown, placed) for shown in listed.shown],
    )


def _line(finding: Finding, shown: Shown, placed: Placed) -> Line:
    row = shown.row
    places = placed(row, shown.words.page if shown.words else None)
    notes = {
        Finding.OVER: row.valid_until,
        Finding.OLDER_VERSION: row.latest,
        Finding.DUPLICATE: row.duplicate_of,
        Finding.UNREADABLE: row.fault,
    }
    note = notes.get(finding, row.decided_on)
    return Line(shown, places, body_name(row.deciding_body) if row.deciding_body else "", note)


def _note_heading(finding: Finding) -> str:
    headings = {
        Finding.OVER: _("Valid through"),
        Finding.OLDER_VERSION: _("Latest decided"),
        Finding.DUPLICATE: _("Same bytes as"),
        Finding.UNREADABLE: _("Why, and what to do"),
    }
    return headings.get(finding, _("Decided"))


def _meaning(finding: Finding) -> str:
    return {
        Finding.OVER: _(
            "The text says a last day that has passed, and no later version was found. Until a "
            "body has decided, nobody can tell whether the document applies."
        ),
        Finding.OLD_WITHOUT_END: _(
            "The text has no last day, and the decision is older than documents of its type "
            "should be without being looked at."
        ),
        Finding.NEVER_FOLLOWED_UP: _(
            "The text promises a follow-up or an evaluation that should have been made by now. "
            "No follow-up of it lies among the files."
        ),
        Finding.MISSING_DECISION: _(
            "The text does not say which body decided, or when. Without that, nobody can show "
            "that it applies."
        ),
        Finding.OLDER_VERSION: _(
            "Another file is a later version of the same document. If both are published, "
            "readers may follow the wrong one."
        ),
        Finding.DUPLICATE: _("The file is the same, byte for byte, as another one."),
        Finding.UNREADABLE: _("Nothing is known of these files until they can be read."),
    }[finding]


def _kind_name(key: str) -> str:
    kind = current_profile().document_types.get(key)
    name = kind.plural if kind else key
    return name[:1].upper() + name[1:]


def _bars(counted: Counter[str] | Counter[Validity], named: Callable[[str], str]) -> list[Bar]:
    most = max(counted.values(), default=1)
    return [
        Bar(named(key), number, round(100 * number / most)) for key, number in counted.most_common()
    ]
