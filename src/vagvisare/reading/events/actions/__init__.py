"""The actions of the contract, one file each. Read from the top: the first that fits decides."""

from vagvisare.reading.events.actions.adopt import ADOPT
from vagvisare.reading.events.actions.amend_part import AMEND_PART
from vagvisare.reading.events.actions.close_assignment import CLOSE_ASSIGNMENT
from vagvisare.reading.events.actions.extend import EXTEND
from vagvisare.reading.events.actions.give_assignment import GIVE_ASSIGNMENT
from vagvisare.reading.events.actions.note import NOTE
from vagvisare.reading.events.actions.refer import REFER
from vagvisare.reading.events.actions.remit import REMIT
from vagvisare.reading.events.actions.repeal import REPEAL
from vagvisare.reading.events.actions.replace import REPLACE
from vagvisare.reading.events.actions.revise import REVISE
from vagvisare.reading.events.deeds import Action, Deed
from vagvisare.reading.vocabulary import Vocabulary

ACTIONS: dict[str, Action] = {
    action.name: action
    for action in (
        CLOSE_ASSIGNMENT,
        REMIT,
        GIVE_ASSIGNMENT,
        REFER,
        EXTEND,
        AMEND_PART,
        REPLACE,
        REPEAL,
        NOTE,
        ADOPT,
        REVISE,
    )
}


def deed_of(words: str, vocabulary: Vocabulary) -> Deed | None:
    """Return what the statement does to a steering document, None when it does nothing to one."""
    small = words.lower()
    if len(small) != len(words):  # a letter that is two in lower case
        small = words
    for action in ACTIONS.values():
        if action.fits(small):
            deed = action.read(words, vocabulary)
            if deed is not None:
                return deed
    return None
