"""No save over somebody else's: every form says what it was opened on, and a save checks it."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.db import models, transaction
from django.utils.translation import gettext as _

from vagvisare.kernel.errors import Refusal

SEEN = "seen"
MARK_LENGTH = 16  # hexadecimal digits: 64 bits, of which nobody gains by finding two alike

Row = TypeVar("Row", bound=models.Model)


class ChangedMeanwhile(Refusal):
    code = "desk.changed-meanwhile"


@dataclass(frozen=True)
class Difference:
    """A field that is not the same in what I typed and in what is saved now."""

    name: str
    label: str
    mine: str
    theirs: str
    take: str  # "mine" or "theirs", or "" where both of us changed it and somebody has to choose


class Versioned(forms.Form):
    """A form on something that exists. Its `initial` is what is saved."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields[SEEN] = forms.CharField(widget=forms.HiddenInput, required=False)

    def get_initial_for_field(self, field: forms.Field, field_name: str) -> Any:
        """Return the marks of what is saved for the field that carries them."""
        if field_name == SEEN:
            return marks_of(self.saved())
        return super().get_initial_for_field(field, field_name)

    def shown_fields(self) -> list[str]:
        """Return the names of the fields that a person sees."""
        return [name for name, field in self.fields.items() if not field.widget.is_hidden]

    def saved(self) -> dict[str, list[str]]:
        """Return field -> what the form would post if nothing were changed."""
        return {name: self._as_posted(name) for name in self.shown_fields()}

    def mine(self) -> dict[str, list[str]]:
        """Return field -> what was posted."""
        return {name: _plain(self[name].data) for name in self.shown_fields()}

    def given(self) -> dict[str, Any]:
        """Return what was typed, cleaned, without what the form itself carries."""
        return {name: self.cleaned_data[name] for name in self.shown_fields()}

    def _as_posted(self, name: str) -> list[str]:
        bound = self[name]
        return _plain(bound.field.prepare_value(self.get_initial_for_field(bound.field, name)))


def _plain(value: Any) -> list[str]:
    """A value as a browser posts it; nothing and "" and an empty box are the same."""
    if value is None or value is False or value == "":
        return []
    if value is True:
        return ["on"]
    if isinstance(value, list | tuple):
        return sorted(str(part) for part in value)
    words = str(value).replace("\r\n", "\n").strip()
    return [words] if words else []


def marks_of(state: Mapping[str, Any]) -> str:
    """Return the version token of `state`: a short mark of each part, so that parts can be compared."""
    return json.dumps({name: _mark(value) for name, value in state.items()})


def _mark(value: Any) -> str:
    written = json.dumps(value, default=str, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:MARK_LENGTH]


def _read(token: str) -> dict[str, str]:
    try:
        found = json.loads(token)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


@contextmanager
def unchanged(row: Row, token: str, state_of: Callable[[Row], Mapping[str, Any]]) -> Iterator[Row]:
    """Hold the row as it is now and yield it; what is done inside is one transaction with the check.

    token     what the form was opened on; an empty one is a form from before there were tokens
    state_of  what the token is the marks of

    :raises ChangedMeanwhile: when the row is not what the form showed
    """
    with transaction.atomic():
        held = type(row)._default_manager.select_for_update().get(pk=row.pk)
        check_seen(token, state_of(held))
        yield held


def check_seen(token: str, state: Mapping[str, Any]) -> None:
    """Refuse when `state`, of rows held in this transaction, is not what the token was made of.

    :raises ChangedMeanwhile: then
    """
    if token and _read(token) != _read(marks_of(state)):
        raise ChangedMeanwhile(
            _("Somebody else saved this after you opened it. Your text is still here.")
        )


def differences(form: Versioned) -> list[Difference]:
    """Return where the posted form and what is saved now are not the same.

    A field that only one of us changed comes with that one's choice made.
    """
    opened_on = _read(form.data.get(form.add_prefix(SEEN), ""))
    mine, theirs = form.mine(), form.saved()
    return [
        Difference(
            name=name,
            label=str(form[name].label),
            mine=_shown(form, name, mine[name]),
            theirs=_shown(form, name, theirs[name]),
            take=_taken(opened_on.get(name, ""), _mark(mine[name]), _mark(theirs[name])),
        )
        for name in form.shown_fields()
        if mine[name] != theirs[name]
    ]


def _taken(opened_on: str, mine: str, theirs: str) -> str:
    if mine == opened_on:
        return "theirs"
    return "mine" if theirs == opened_on else ""


def _shown(form: Versioned, name: str, posted: list[str]) -> str:
    """What a person reads for it: the choice's name, not its key."""
    if posted == ["on"] and isinstance(form.fields[name], forms.BooleanField):
        return _("Yes")
    choices = {str(key): str(label) for key, label in getattr(form.fields[name], "choices", [])}
    return "\n".join(choices.get(value, value) for value in posted)
