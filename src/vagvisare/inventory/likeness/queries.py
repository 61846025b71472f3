"""Reads across the versions of documents."""

from collections import defaultdict
from collections.abc import Iterable

from vagvisare.inventory.models import SourceFile


def versions_of(files: Iterable[SourceFile]) -> dict[int, list[SourceFile]]:
    """Return all versions of the document of each file that has several, by the file's key.

    One query, however many files; each version comes with its batch and its group, which tells
    the latest decided and why. No page texts.
    """
    grouped = {file.pk: file.versions_id for file in files if file.versions_id}
    found = (
        SourceFile.objects.filter(versions__in=set(grouped.values()))
        .without_texts()
        .select_related("batch", "versions")
        .order_by("pk")
    )
    members: dict[int | None, list[SourceFile]] = defaultdict(list)
    for file in found if grouped else ():
        members[file.versions_id].append(file)
    return {key: members[group] for key, group in grouped.items()}
