"""The kinds of memo there are: what each is gathered from and composed by."""

from collections.abc import Callable, Mapping

from vagvisare.memos.facts import Layout, ReviewFacts
from vagvisare.memos.kinds.review.compose import compose, own_fields
from vagvisare.memos.states import MemoKind
from vagvisare.writing.blocks import Paper

Compose = Callable[[ReviewFacts, Mapping[str, str]], Paper]

COMPOSE: dict[MemoKind, Compose] = {MemoKind.REVIEW: compose}
OWN_FIELDS: dict[MemoKind, Callable[[Layout], dict[str, str]]] = {MemoKind.REVIEW: own_fields}
