"""Reading any memo into a `MemoText`: our own paper, or text that somebody pasted."""

from vagvisare.memos.parsing.paper import text_of
from vagvisare.memos.parsing.plain import parse

__all__ = ["parse", "text_of"]
