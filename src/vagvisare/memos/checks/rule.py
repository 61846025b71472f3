"""What a rule of the check is, and what it says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from vagvisare.memos.memo_text import MemoText

Words = str | Promise


@dataclass(frozen=True)
class Found:
    """A place where a rule is broken; `sentence` is empty where something is missing."""

    place: str
    sentence: str = ""


@dataclass(frozen=True)
class Rule:
    """One thing a memo must not do.

    id      stable: pages, the trail and the reference name it
    title   what is wrong, as a remark says it
    reason  why it matters
    remedy  what the writer does about it
    """

    id: str
    title: Words
    reason: Words
    remedy: Words
    find: Callable[[MemoText], Iterator[Found]]


@dataclass(frozen=True)
class Remark:
    """What the check says about one place in one memo. `rule` is the rule's id."""

    rule: str
    title: str
    reason: str
    place: str
    sentence: str
    remedy: str
