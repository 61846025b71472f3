from pathlib import Path

from vagvisare.memos import kinds
from vagvisare.memos.kinds import COMPOSE, OWN_FIELDS
from vagvisare.memos.states import MemoKind


def test_every_kind_has_its_folder_and_its_lines():
    folders = {path.parent.name for path in Path(kinds.__file__).parent.glob("*/__init__.py")}

    assert folders == set(MemoKind.values) == set(COMPOSE) == set(OWN_FIELDS)
