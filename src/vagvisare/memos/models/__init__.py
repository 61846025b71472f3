from vagvisare.memos.models.memo import Memo

__all__ = ["Memo"]
