"""Who a proposal goes to. Values in, value out."""

from vagvisare.memos.facts import BodyFacts, DocumentFacts


def decider_of(document: DocumentFacts, addressed: BodyFacts) -> BodyFacts | None:
    """Return the body that decides the repeal when the memo goes to `addressed`; None: unknown.

    The one that adopted a document ends it, and so may any body above that one.
    """
    adopter = document.ends_by
    if adopter is not None and addressed.rank < adopter.rank:
        return addressed
    return adopter


def closer_of(giver: BodyFacts | None, addressed: BodyFacts) -> BodyFacts:
    """Return the body that closes an assignment: who gave it, unless the memo goes above that."""
    if giver is None or addressed.rank < giver.rank:
        return addressed
    return giver


def orderer_of_review(addressed: BodyFacts, assembly: BodyFacts | None) -> BodyFacts:
    """Return the body that can order all documents to be reviewed: the board or the assembly."""
    if addressed.kind in ("assembly", "board") or assembly is None:
        return addressed
    return assembly
