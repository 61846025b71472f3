import re
from pathlib import Path

import vagvisare
from vagvisare.audit.verbs import VERBS
from vagvisare.register.states import ActKind

PACKAGE = Path(vagvisare.__file__).parent
RECORDED = re.compile(r"""\brecord\(\s*["']([a-z-]+)["']""")


def recorded() -> set[str]:
    """The verbs that the actions write."""
    found = set(ActKind.values)
    for path in PACKAGE.glob("*/actions/*.py"):
        found |= set(RECORDED.findall(path.read_text("utf-8")))
    return found


def test_every_verb_that_is_recorded_has_its_words():
    assert len(recorded()) > 20
    assert recorded() - set(VERBS) == set()
