"""Closing a page to those whose roles do not open it."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from vagvisare.access.checks import can
from vagvisare.access.permissions import Permission
from vagvisare.organization.models import Person

Answer = TypeVar("Answer", bound=HttpResponseBase)


def signed_in_person(request: HttpRequest) -> Person:
    """Return who asks. Every page of the desk has somebody: the middleware sees to it.

    :raises PermissionDenied: when it is nobody all the same
    """
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


def needs(
    permission: Permission,
) -> Callable[[Callable[..., Answer]], Callable[..., Answer]]:
    """Answer 403 to those who may not; the actions check again what they change."""

    def closed(view: Callable[..., Answer]) -> Callable[..., Answer]:
        @wraps(view)
        def checked(request: HttpRequest, *arguments: object, **named: object) -> Answer:
            if not can(signed_in_person(request), permission):
                raise PermissionDenied
            return view(request, *arguments, **named)

        return checked

    return closed
