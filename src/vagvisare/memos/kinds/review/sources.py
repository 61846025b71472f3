"""What the review memo's sentences point at, and the gaps in it."""

from vagvisare.memos.facts import DecisionFacts, DocumentFacts, ReviewFacts
from vagvisare.memos.kinds.review.wording import named, needs_section, quoted, say, wording
from vagvisare.writing.blocks import Gap, Sentence, Source

OwnText = dict[str, str]


def told(text: str, source: Source) -> Sentence:
    """Return a sentence the register stands behind."""
    return Sentence(text, source)


def of_decision(decision: DecisionFacts, of: str) -> Source:
    """Return the source that is a decision; `of` says which, where nothing is known of it."""
    kind, _, key = decision.key.partition(":")
    label = named(decision) or say("source", "decision_unknown", of=of)
    return Source(kind, key, label)


def of_document(key: str, document: DocumentFacts, facts: ReviewFacts) -> Source:
    """Return the source that is the register's own knowledge of a document on the day."""
    label = say("source", key, title=quoted(document.title), day=facts.day.isoformat())
    return Source("document", str(document.key), label)


def of_register(facts: ReviewFacts) -> Source:
    """Return the source that is the register as a whole on the day."""
    label = say("source", "register", count=str(facts.over_count), day=facts.day.isoformat())
    return Source("register", f"over_but_standing:{facts.day.isoformat()}", label)


def of_rule(facts: ReviewFacts) -> Source:
    """Return the source that is the municipality's rule of competence."""
    label = say("source", "competence", municipality=facts.layout.municipality)
    return Source("rule", "competence", label)


def decision_gaps(decision: DecisionFacts, of: str, *, number: bool = True) -> list[Gap]:
    """Return what is missing for the decision to be found again, one row each.

    number  whether a diary number is asked for: what was only noted is found without
    """
    missing = {
        "body_of": decision.body is None,
        "date_of": not decision.decided_on,
        "section_of": needs_section(decision) and not decision.section,
        "diary_no_of": number and not decision.diary_no,
    }
    return [Gap(wording()["gap"][key].format(of=of)) for key, lacks in missing.items() if lacks]
