"""Naming a document in a form: by its number or its title, however many documents there are."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from vagvisare.register.models import SteeringDocument

_NUMBER = re.compile(r"#(\d{1,12})\s*$")
SHOWN = 5


def named(document: SteeringDocument) -> str:
    """Return what the field shows for a document: "Biblioteksplan #17"."""
    return f"{document.title} #{document.pk}"


class DocumentField(forms.CharField):
    """Takes "Biblioteksplan #17", "#17" or a title that only one document has."""

    def __init__(self, **named_arguments: Any) -> None:
        super().__init__(max_length=600, **named_arguments)

    def prepare_value(self, value: Any) -> Any:
        """Show a document by its name and number."""
        return named(value) if isinstance(value, SteeringDocument) else value

    def clean(self, value: Any) -> Any:
        """Return the document, or None when nothing is given.

        :raises ValidationError: when none fits, or several do (they are listed)
        """
        given = super().clean(value).strip()
        if not given:
            return None
        number = _NUMBER.search(given)
        if number:
            found = list(SteeringDocument.objects.filter(pk=int(number[1])))
        else:
            found = list(SteeringDocument.objects.called(given)[: SHOWN + 1])
            found = found or list(SteeringDocument.objects.titled_like(given)[: SHOWN + 1])
        if len(found) == 1:
            return found[0]
        if not found:
            raise ValidationError(_("No document goes by “{given}”.").format(given=given))
        names = "; ".join(named(document) for document in found[:SHOWN])
        raise ValidationError(_("Several documents fit. Write one of: {names}").format(names=names))
