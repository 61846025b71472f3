"""What the committee should decide, a sentence for each body and finding."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vagvisare.inventory.report.findings import Finding
from vagvisare.inventory.report.summary import Summary

BODIES_NAMED = 6  # in a row of sentences; the rest are told together


@dataclass(frozen=True)
class Proposal:
    """One thing to decide; `anchor` is the finding's place on the page."""

    sentence: str
    anchor: str


def proposals_in(summary: Summary) -> list[Proposal]:
    """Return what there is to decide and to do, most urgent first."""
    return [*_for_bodies(summary), *_for_the_office(summary)]


def _for_bodies(summary: Summary) -> Iterator[Proposal]:
    for finding in (Finding.OVER, Finding.OLD_WITHOUT_END, Finding.NEVER_FOLLOWED_UP):
        counted = summary.findings[finding].by_body.most_common()
        for body, number in counted[:BODIES_NAMED]:
            sentence = _decides(finding, number).format(n=number, body=body_name(body))
            yield Proposal(sentence, finding)
        if rest := counted[BODIES_NAMED:]:
            number = sum(each for _body, each in rest)
            others = _("{n} other bodies").format(n=len(rest))
            yield Proposal(_decides(finding, number).format(n=number, body=others), finding)


def body_name(body: str) -> str:
    """Return the body as a sentence begins with it, or what stands in its place."""
    return body[:1].upper() + body[1:] if body else _("The body that is not named")


def _decides(finding: Finding, number: int) -> str:
    if finding == Finding.OVER:
        return ngettext(
            "{body}: repeal, prolong or replace {n} document whose term has passed.",
            "{body}: repeal, prolong or replace {n} documents whose term has passed.",
            number,
        )
    if finding == Finding.OLD_WITHOUT_END:
        return ngettext(
            "{body}: review {n} document that has no end and is older than its interval.",
            "{body}: review {n} documents that have no end and are older than their interval.",
            number,
        )
    return ngettext(
        "{body}: ask for the follow-up that {n} document promises and that is not found.",
        "{body}: ask for the follow-up that {n} documents promise and that is not found.",
        number,
    )


def _for_the_office(summary: Summary) -> Iterator[Proposal]:
    """What the administration can do without a decision."""
    for finding in (
        Finding.MISSING_DECISION,
        Finding.OLDER_VERSION,
        Finding.DUPLICATE,
        Finding.UNREADABLE,
    ):
        number = summary.findings[finding].number
        if number:
            yield Proposal(_does(finding, number).format(n=number), finding)


def _does(finding: Finding, number: int) -> str:
    if finding == Finding.MISSING_DECISION:
        return ngettext(
            "Registry: find the body or the day of the decision for {n} document.",
            "Registry: find the body or the day of the decision for {n} documents.",
            number,
        )
    if finding == Finding.OLDER_VERSION:
        return ngettext(
            "Registry: take {n} older version away from where the documents are published.",
            "Registry: take {n} older versions away from where the documents are published.",
            number,
        )
    if finding == Finding.DUPLICATE:
        return ngettext(
            "Registry: keep one of each of the {n} file that exists twice.",
            "Registry: keep one of each of the {n} files that exist more than once.",
            number,
        )
    return ngettext(
        "Registry: find another copy of {n} file that cannot be read.",
        "Registry: find other copies of {n} files that cannot be read.",
        number,
    )
