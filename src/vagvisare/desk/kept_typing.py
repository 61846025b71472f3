"""What was typed into a form that could not be taken: kept, and put back into the same form.

Between the two requests it lies in the browser that typed it, signed (a sign-in comes between), or
in the person's own session for the one request that fills the form in. Only a form that carries
the mark of the person gets its words back, and only that person sees them.
"""

from dataclasses import asdict, dataclass
from urllib.parse import urlsplit

from django.core import signing
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from vagvisare.desk.marked import TYPED_BY, is_marked_for, mark_in
from vagvisare.organization.models import Person

KEPT = "kept"
IN_SESSION = "kept_typing"
SALT = "vagvisare.desk.kept-typing"
SECONDS = 12 * 60 * 60  # as long as a session
CHARACTERS = 1_000_000
NEVER_KEPT = ("csrfmiddlewaretoken", TYPED_BY)


@dataclass(frozen=True)
class Kept:
    """A form that was posted and not taken."""

    page: str  # the address of the page with the form
    action: str  # the address it was posted to
    by: str  # the mark of the person who was given the form
    fields: dict[str, list[str]]


def kept_from(request: HttpRequest) -> Kept | None:
    """Return what was posted, or None when it carries nobody's mark or is too much to carry.

    Files are never kept, and no field that holds a password.
    """
    mark = mark_in(request)
    fields = {
        name: [str(value) for value in values]
        for name, values in request.POST.lists()
        if name not in NEVER_KEPT and "password" not in name
    }
    size = sum(len(value) for values in fields.values() for value in values)
    if not mark or not fields or size > CHARACTERS:
        return None
    return Kept(_page_of(request), request.get_full_path(), mark, fields)


def _page_of(request: HttpRequest) -> str:
    """The page the form was on, of this site only; where the browser keeps it, the form's own."""
    referer = request.headers.get("Referer", "")
    parts = urlsplit(referer)
    if referer and url_has_allowed_host_and_scheme(referer, {request.get_host()}) and parts.path:
        return parts.path + (f"?{parts.query}" if parts.query else "")
    return request.get_full_path()


def signed(kept: Kept) -> str:
    """Return it as one word for a hidden field."""
    return signing.dumps(asdict(kept), salt=SALT, compress=True)


def unsigned(word: str) -> Kept | None:
    """Return what the word holds, or None when we never wrote it or it is too old."""
    if not word:
        return None
    try:
        return Kept(**signing.loads(word, salt=SALT, max_age=SECONDS))
    except signing.BadSignature:
        return None


def hand_back(request: HttpRequest, kept: Kept | None) -> str | None:
    """Lay it where its form is filled in from and return the page; None when it is not theirs."""
    user = request.user
    if kept is None or not isinstance(user, Person) or not is_marked_for(user, kept.by):
        return None
    request.session[IN_SESSION] = asdict(kept)
    return kept.page


def taken_out(request: HttpRequest) -> Kept | None:
    """Return what waits for this very page, once."""
    waiting = request.session.get(IN_SESSION)
    if waiting is None or request.method != "GET" or waiting["page"] != request.get_full_path():
        return None
    del request.session[IN_SESSION]
    kept = Kept(**waiting)
    user = request.user
    return kept if isinstance(user, Person) and is_marked_for(user, kept.by) else None
