"""How people come in: by invitation only, and with what they typed before they had to."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from allauth.account.views import LoginView
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.csrf import csrf_failure as plain_failure

from vagvisare.desk.kept_typing import KEPT, Kept, hand_back, kept_from, signed, unsigned

FORBIDDEN = 403


class ClosedAdapter(DefaultAccountAdapter):
    """No open registration."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Answer no: an administrator gives people their account."""
        return False


class SignIn(LoginView):
    """allauth's sign-in; words typed before it are handed back after it, to their writer only."""

    def form_valid(self, form: LoginForm) -> HttpResponse:
        """Sign in, then go to the page with the form, or where allauth sends one."""
        answer = super().form_valid(form)
        kept = unsigned(self.request.POST.get(KEPT, ""))
        if kept is None or not self.request.user.is_authenticated:
            return answer
        page = hand_back(self.request, kept)
        if page is None:
            messages.warning(
                self.request,
                _("What was typed before you signed in is somebody else’s, and is not shown."),
            )
            return answer
        return redirect(page)

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """Carry the words through a mistyped password too."""
        word = self.request.POST.get(KEPT, "")
        return super().get_context_data(**named) | {"kept": word if unsigned(word) else ""}


def sign_in_again(request: HttpRequest, kept: Kept) -> HttpResponse:
    """Return the sign-in page with what was typed in it, out of sight. Nothing is saved."""
    context = {
        "form": LoginForm(request=request),
        "kept": signed(kept),
        "redirect_field_name": REDIRECT_FIELD_NAME,
        "redirect_field_value": kept.page,
    }
    answer = render(request, "account/login.html", context, status=FORBIDDEN)
    answer["Cache-Control"] = "no-store"
    if request.headers.get("HX-Request") == "true":
        answer["HX-Retarget"], answer["HX-Reswap"] = "body", "innerHTML"
    return answer


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Keep what was typed in a form that was too old; a form that is not ours gets a plain no."""
    carried = unsigned(request.POST.get(KEPT, "")) if request.method == "POST" else None
    if carried is not None and request.path == reverse("account_login"):
        return sign_in_again(request, carried)
    kept = kept_from(request)
    if kept is not None and not request.user.is_authenticated:
        return sign_in_again(request, kept)
    page = hand_back(request, kept)
    return redirect(page) if page else plain_failure(request, reason)
