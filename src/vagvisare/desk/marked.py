"""Whose form it is: a mark in every form, which says nothing to anybody but us."""

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from vagvisare.organization.models import Person

TYPED_BY = "typed_by"
SALT = "vagvisare.desk.typed-by"


def mark_of(person: Person) -> str:
    """Return the mark of a person's forms: the same each time, and of no other person's."""
    return salted_hmac(SALT, str(person.pk), algorithm="sha256").hexdigest()


def is_marked_for(person: Person, mark: str) -> bool:
    """Whether a form with `mark` was given to this person."""
    return constant_time_compare(mark_of(person), mark)


def mark_in(request: HttpRequest) -> str:
    """Return the mark of the posted form, or nothing."""
    return request.POST.get(TYPED_BY, "") if request.method == "POST" else ""
