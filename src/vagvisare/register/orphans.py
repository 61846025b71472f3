"""Documents that nobody answers for, and why."""

from datetime import date

from django.db import models
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy as _

from vagvisare.register.models import SteeringDocument
from vagvisare.register.states import OVER, Standing


class Orphaned(models.TextChoices):
    """Why nobody answers for a document."""

    OWNER_LEFT = "owner_left", _("The owner has left")
    DEPARTMENT_ENDED = "department_ended", _("The department has ended")
    NOBODY = "nobody", _("Nobody is named")


def orphans_on(day: date) -> "models.QuerySet[SteeringDocument]":
    """Return what stands on `day` without anybody to answer for it, each with `orphaned` (why)."""
    owner_left = Q(owner__is_active=False)
    ended = Q(department__last_day__lt=day)
    nobody = Q(owner__isnull=True, department__isnull=True, responsible_role="")
    living = [standing for standing in Standing.values if standing not in OVER]
    return (
        SteeringDocument.objects.filter(owner_left | ended | nobody)
        .standing_as(living, day)
        .select_related("department__successor", "owner")
        .annotate(
            orphaned=Case(
                When(owner_left, then=Value(Orphaned.OWNER_LEFT.value)),
                When(ended, then=Value(Orphaned.DEPARTMENT_ENDED.value)),
                default=Value(Orphaned.NOBODY.value),
            )
        )
        .order_by("title", "pk")
    )
