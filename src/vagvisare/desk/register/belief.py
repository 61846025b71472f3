"""What the register said at an earlier moment: `?known=` beside the day that is asked about."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from vagvisare.register.belief import acts_believed, beliefs_on, believed_on
from vagvisare.register.models import SteeringDocument
from vagvisare.register.sentences import standing_sentence


def known_asked(request: HttpRequest) -> tuple[date | None, str]:
    """Return the day in `?known=`, None without one; and a sentence when it was no day.

    A day to come tells no more than today, so it counts as none.
    """
    given = request.GET.get("known", "").strip()
    if not given:
        return None, ""
    try:
        known = date.fromisoformat(given)
    except ValueError:
        return None, _(
            "“{given}” is no day. Write 2009-06-01. What the register says now is shown."
        ).format(given=given)
    return (known if known < timezone.localdate() else None), ""


def end_of(known: date) -> datetime:
    """Return the last moment of the day, by the municipality's clock."""
    return timezone.make_aware(datetime.combine(known, time.max))


def belief_part(request: HttpRequest, document: SteeringDocument, day: date) -> dict[str, Any]:
    """Return what the page of one document shows of an earlier belief, over what holds now."""
    known, fault = known_asked(request)
    if known is None:
        return {"known_fault": fault}
    moment = end_of(known)
    span = believed_on(document, day, moment)
    part: dict[str, Any] = {"known": known, "believed": span, "steps": []}
    if span is None:
        return part
    acts = acts_believed([document], moment).get(document.pk, [])
    return part | {"span": span, "sentence": standing_sentence(span, day), "acts": acts}


def bring_beliefs(documents: Sequence[SteeringDocument], day: date, known: date) -> None:
    """Let each document carry how the register then said that it stood on `day`."""
    found = beliefs_on(documents, day, end_of(known))
    for document in documents:
        document.spans_of_day = [found[document.pk]]
