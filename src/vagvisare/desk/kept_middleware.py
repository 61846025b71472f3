"""Where a form meets an ended session, and where its words come back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from vagvisare.desk.filled_in import filled_in
from vagvisare.desk.kept_typing import Kept, kept_from, taken_out
from vagvisare.desk.sign_in import sign_in_again


class SignInKeepingTyping(LoginRequiredMiddleware):
    """As Django's, but what was posted goes along through the sign-in."""

    # The stubs know of a redirect only.
    def handle_no_permission(  # type: ignore[override]
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseBase:
        """Answer with the sign-in page, with what was typed in it where there was anything."""
        kept = kept_from(request)
        if kept is None:
            return super().handle_no_permission(request, view_func)
        return sign_in_again(request, kept)


class FillInKeptTyping:
    """Puts words that wait for a page into its form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Return the page, filled in when words wait for it."""
        kept = taken_out(request)
        if kept is None:
            return self.get_response(request)
        messages.info(request, _("What you typed is back in the form. Nothing of it is saved yet."))
        answer = self.get_response(request)
        answer["Cache-Control"] = "no-store"
        if answer.status_code == 200 and answer.get("Content-Type", "").startswith("text/html"):
            filled = filled_in(answer.content.decode(), kept)
            if filled is not None:
                answer.content = filled.encode()
                answer.headers.pop("Content-Length", None)
                return answer
        return typed_to_copy(request, kept)


def typed_to_copy(request: HttpRequest, kept: Kept) -> HttpResponse:
    """Show what was typed, to be copied or sent again, where its form cannot be filled in."""
    pairs = [(name, value) for name, values in kept.fields.items() for value in values]
    return render(request, "desk/typed.html", {"kept": kept, "pairs": pairs})
