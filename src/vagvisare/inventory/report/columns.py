"""The table of the workbook and the Parquet file: one list of columns for both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

from vagvisare.inventory.report.findings import Finding, ReportRow, evidence_for
from vagvisare.inventory.states import About

Kind = Literal["text", "number", "share", "flag"]


@dataclass(frozen=True)
class ReportColumn:
    """A column: its name as data, its heading for people, its width in characters.

    of  gives the value from a row, its findings and the day
    """

    name: str
    heading: LazyText
    width: int
    kind: Kind
    of: Callable[[ReportRow, Sequence[Finding], date], str | int | float | bool | None]


def _first_finding(row: ReportRow, findings: Sequence[Finding], day: date) -> str:
    return str(findings[0].label) if findings else ""


def _words(row: ReportRow, findings: Sequence[Finding], day: date) -> str:
    words = evidence_for(findings[0], row, day) if findings else row.evidence.get("title")
    return words.text if words else ""


def _page(row: ReportRow, findings: Sequence[Finding], day: date) -> int | None:
    words = evidence_for(findings[0], row, day) if findings else row.evidence.get("title")
    return words.page if words else None


COLUMNS: tuple[ReportColumn, ...] = (
    ReportColumn("finding", _("To see to"), 26, "text", _first_finding),
    ReportColumn(
        "all_findings",
        _("All that was found"),
        26,
        "text",
        lambda row, found, day: ", ".join(str(each.label) for each in found),
    ),
    ReportColumn("title", _("Title"), 44, "text", lambda row, found, day: row.title),
    ReportColumn(
        "document_type", _("Document type"), 16, "text", lambda row, found, day: row.document_type
    ),
    ReportColumn(
        "validity",
        _("How it stands"),
        24,
        "text",
        lambda row, found, day: str(row.validity.label) if row.candidate else "",
    ),
    ReportColumn(
        "deciding_body", _("Deciding body"), 22, "text", lambda row, found, day: row.deciding_body
    ),
    ReportColumn("decided_on", _("Decided"), 12, "text", lambda row, found, day: row.decided_on),
    ReportColumn("section", _("Section"), 9, "text", lambda row, found, day: row.section),
    ReportColumn(
        "diary_no", _("Registry number"), 18, "text", lambda row, found, day: row.diary_no
    ),
    ReportColumn("valid_from", _("Valid from"), 12, "text", lambda row, found, day: row.valid_from),
    ReportColumn(
        "valid_until", _("Valid through"), 12, "text", lambda row, found, day: row.valid_until
    ),
    ReportColumn(
        "until_further_notice",
        _("Until further notice"),
        12,
        "flag",
        lambda row, found, day: row.until_further_notice,
    ),
    ReportColumn(
        "responsible", _("Responsible"), 24, "text", lambda row, found, day: row.responsible
    ),
    ReportColumn(
        "only_mentioned",
        _("Only spoken of in the file"),
        12,
        "flag",
        lambda row, found, day: row.about == About.MENTIONED,
    ),
    ReportColumn("file", _("File"), 44, "text", lambda row, found, day: row.path),
    ReportColumn("page", _("Page"), 7, "number", _page),
    ReportColumn("words", _("The words it rests on"), 60, "text", _words),
    ReportColumn("sureness", _("How sure"), 9, "share", lambda row, found, day: row.confidence),
    ReportColumn("latest", _("Latest version"), 36, "text", lambda row, found, day: row.latest),
    ReportColumn(
        "duplicate_of", _("Same bytes as"), 36, "text", lambda row, found, day: row.duplicate_of
    ),
    ReportColumn(
        "linked_from", _("Linked from"), 36, "text", lambda row, found, day: row.linked_from
    ),
    ReportColumn(
        "fault", _("Why it could not be read"), 44, "text", lambda row, found, day: row.fault
    ),
)
