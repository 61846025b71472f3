"""Makes docs/reference/memo-checks.md from the rules.

Run `DJANGO_SETTINGS_MODULE=vagvisare.config.settings .venv/bin/python -m
vagvisare.memos.checks.page > docs/reference/memo-checks.md` after a change; a test compares.
"""

import django
from django.utils import translation

from vagvisare.memos.checks import RULES

_HEAD = """# What the memo check looks for

Made from the rules in `src/vagvisare/memos/checks`; change them there. The check reads a memo
written here, or pasted text, and gives a remark with its place and a remedy. A remark never stops
anybody: a memo can be issued all the same, and the trail then says which rules were set aside.
"""


def page() -> str:
    """Return the page as Markdown, in English."""
    with translation.override("en"):
        parts = [
            f"## `{rule.id}`\n\n{rule.title}.\n\n**Why.** {rule.reason}\n\n**Remedy.** {rule.remedy}\n"
            for rule in RULES
        ]
    return "\n".join([_HEAD, *parts])


if __name__ == "__main__":
    django.setup()
    print(page(), end="")  # noqa: T201
