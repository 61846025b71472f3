"""`{% csrf_token %}` in every form, with the mark of whom the form was given to beside it."""

from typing import Any

from django import template
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from vagvisare.desk.marked import TYPED_BY, mark_of
from vagvisare.organization.models import Person

register = template.Library()


class MarkedCsrfTokenNode(CsrfTokenNode):
    """The token as Django writes it; for somebody signed in, the mark after it."""

    def render(self, context: Context) -> Any:
        """Return one hidden field or two."""
        written = super().render(context)
        user = getattr(context.get("request"), "user", None)
        if not written or not isinstance(user, Person):
            return written
        return written + format_html(
            '<input type="hidden" name="{}" value="{}">', TYPED_BY, mark_of(user)
        )


@register.tag
def csrf_token(parser: Parser, token: Token) -> MarkedCsrfTokenNode:
    """Stand in for Django's tag of the same name."""
    return MarkedCsrfTokenNode()
