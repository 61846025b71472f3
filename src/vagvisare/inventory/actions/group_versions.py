import sys
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.inventory.likeness.latest import Latest, Version, latest_of
from vagvisare.inventory.likeness.same import Paper, groups_of
from vagvisare.inventory.models import Batch, Candidate, Claim, SourceFile, VersionGroup
from vagvisare.inventory.states import About, Field, FileState, Validity
from vagvisare.organization.models import Person

FACTS = ("file", "title", "document_type", "deciding_body", "decided_on", "validity")


def group_versions(*, batch: Batch, by: Person) -> int:
    """Group the files of the batch with each other and with earlier files of the same documents.

    Returns how many groups were made or changed. Twice is as once. The signatures of all files
    are in memory together. Comparing comes before the transaction begins: it would otherwise
    hold the database for as long as it takes.

    :raises NotAllowed: when `by` may not take files in
    """
    check(by, Permission.INVENTORY_TAKE_IN)
    facts = _facts()
    mine = set(batch.files.originals().values_list("pk", flat=True))
    papers = [paper for paper, _version in facts.values()]
    touched = [keys for keys in groups_of(papers) if not mine.isdisjoint(keys)]
    return _keep_all(batch, touched, facts, by)


@transaction.atomic
def _keep_all(
    batch: Batch, touched: list[list[int]], facts: dict[int, tuple[Paper, Version]], by: Person
) -> int:
    changed = [keys for keys in touched if _keep(keys, facts)]
    if changed:
        VersionGroup.objects.filter(files=None).delete()  # joined to another: a claim, no fact
        after = {"groups": len(changed), "files": sum(map(len, changed))}
        record("grouped-versions", batch, by=by, because=batch.name, after=after)
    return len(changed)


def _facts() -> dict[int, tuple[Paper, Version]]:
    """What each file that has been read says of itself, by its key; undone batches left out."""
    own = Candidate.objects.filter(
        about=About.OWN, file__state=FileState.READ, batch__undone_at__isnull=True
    )
    said = _claimed()
    rows = own.order_by("file").values_list(*FACTS, "file__signature").iterator()
    return {row[0]: _fact(row, said.pop(row[0], {})) for row in rows}


def _fact(row: tuple[Any, ...], said: dict[str, str]) -> tuple[Paper, Version]:
    key, title, document_type, body, decided_on, validity, signature = row
    # What many files have in common is in memory once.
    document_type, body, decided_on = map(sys.intern, (document_type, body, decided_on))
    municipality = sys.intern(said.get(Field.MUNICIPALITY, "").casefold())
    signature = bytes(signature)
    return (
        Paper(key, signature, title, municipality, body, document_type),
        Version(
            key,
            decided_on,
            said.get(Field.REVISED_DATES, ""),
            validity != Validity.NOT_DECIDED,
            signature,
        ),
    )


def _claimed() -> dict[int, dict[str, str]]:
    """The municipality of each file and the last day it was revised."""
    fields = (Field.MUNICIPALITY, Field.REVISED_DATES)
    claims = Claim.objects.filter(candidate__about=About.OWN, field__in=fields).exclude(value="")
    said: dict[int, dict[str, str]] = {}
    for file, field, value in claims.values_list("candidate__file", "field", "value").iterator():
        of_file = said.setdefault(file, {})
        of_file[field] = max(of_file.get(field, ""), value)
    return said


def _keep(keys: list[int], facts: dict[int, tuple[Paper, Version]]) -> bool:
    """Write the group as it should be; return whether it was otherwise."""
    latest = latest_of([facts[key][1] for key in keys])
    values = {
        "title": facts[latest.key or keys[0]][0].title,
        "latest_id": latest.key,
        "because": sentence_for(latest),
    }
    files = SourceFile.objects.filter(pk__in=keys)
    kept = set(files.values_list("versions", flat=True))
    former = VersionGroup.objects.filter(files__in=keys).order_by("pk").first()
    if former and kept == {former.pk} and all(getattr(former, k) == v for k, v in values.items()):
        return False
    group = former or VersionGroup()
    for name, value in values.items():
        setattr(group, name, value)
    group.save()
    files.update(versions=group)
    return True


def sentence_for(latest: Latest) -> str:
    """Return why a version is the latest decided, or why it cannot be told."""
    sentences = {
        "only_dated": _("It is the only one that says when it was decided: {day}."),
        "later": _("It is decided on {day}, later than the others."),
        "revised": _("Decided on the same day, {day}, and revised last, on {revised}."),
        "same_text": _("Decided on {day}; the others of that day have the same text."),
        "none_dated": _(
            "It cannot be told which is the latest: none of them says when it was decided."
        ),
        "same_day": _("It cannot be told which is the latest: several are decided on {day}."),
    }
    return sentences[latest.reason].format(day=latest.day, revised=latest.revised)
