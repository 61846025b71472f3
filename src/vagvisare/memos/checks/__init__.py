"""What the check looks for in a memo: every rule there is, in the order of the remarks."""

from vagvisare.memos.checks import (
    assignment_left_open,
    conclusion_without_proposal,
    empty_diary_number,
    no_basis,
    no_date,
    no_proposal,
    no_recipients,
    not_competent,
    placeholder,
    repeal_unidentified,
    undated_basis,
)
from vagvisare.memos.checks.rule import Remark, Rule
from vagvisare.memos.memo_text import MemoText

RULES: tuple[Rule, ...] = (
    no_proposal.RULE,
    conclusion_without_proposal.RULE,
    not_competent.RULE,
    repeal_unidentified.RULE,
    assignment_left_open.RULE,
    empty_diary_number.RULE,
    no_date.RULE,
    no_basis.RULE,
    undated_basis.RULE,
    no_recipients.RULE,
    placeholder.RULE,
)


def check_text(text: MemoText) -> list[Remark]:
    """Return what the rules say about the memo, in order of the rules."""
    return [
        Remark(
            rule=rule.id,
            title=str(rule.title),
            reason=str(rule.reason),
            place=found.place,
            sentence=found.sentence,
            remedy=str(rule.remedy),
        )
        for rule in RULES
        for found in rule.find(text)
    ]
