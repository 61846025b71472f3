"""The page that shows my text beside theirs, and what comes back from it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from vagvisare.desk.versioned import SEEN, Versioned, differences, marks_of

TAKE = "take-"
GO_ON = "go_on"
OWN_NAMES = ("csrfmiddlewaretoken", "typed_by")


def posted(request: HttpRequest, saved: Versioned) -> QueryDict | None:
    """Return what was posted, with theirs where the person took theirs; None when nothing was.

    saved  the form as it is on what is saved now
    """
    if request.method != "POST":
        return None
    data = request.POST.copy()
    theirs = saved.saved()
    for name in saved.shown_fields():
        if data.pop(TAKE + name, [""])[-1] == "theirs":
            data.setlist(name, theirs[name])
    return data


def goes_on(request: HttpRequest) -> bool:
    """Whether the person took texts together and wants to write on before saving."""
    return GO_ON in request.POST


def meanwhile(
    request: HttpRequest, form: Versioned, *, of: str, back: str, section: str
) -> HttpResponse:
    """Show mine and theirs field by field, for either to be taken; answers 409.

    form  the posted form, its `initial` read anew
    of    what is edited, as a person calls it
    back  where to go to leave it be
    """
    rows = differences(form)
    context: Mapping[str, Any] = {
        "differences": rows,
        "of": of,
        "back": back,
        "section": section,
        "kept": _kept(form),
        "go_on": GO_ON,
    }
    return render(request, "desk/edited_meanwhile.html", {**context}, status=409)


def _kept(form: Versioned) -> list[tuple[str, str]]:
    """Everything posted, to be posted again; the token is of what is shown as theirs."""
    data = form.data
    again = {SEEN: [marks_of(form.saved())]}
    if "based_on" in form.fields:
        again["based_on"] = [str(form.initial.get("based_on", ""))]
    pairs = [
        (name, value)
        for name in data
        if name not in again and name not in OWN_NAMES and not name.startswith(TAKE)
        for value in data.getlist(name)  # type: ignore[attr-defined]
        if name != GO_ON
    ]
    return pairs + [(name, value) for name, values in again.items() for value in values]
