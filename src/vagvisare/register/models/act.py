from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from vagvisare.organization.models import Body
from vagvisare.register.rules import ActFacts
from vagvisare.register.states import ActKind, Term


class ActQuerySet(models.QuerySet["Act"]):
    def believed_at(self, moment: datetime) -> Self:
        """Keep what the register held for true at `moment`: recorded by then, not yet retracted."""
        unretracted = Q(retracted_at__isnull=True) | Q(retracted_at__gt=moment)
        return self.filter(unretracted, recorded_at__lte=moment)


class LiveActManager(models.Manager["Act"]):
    """The acts that count: all but the retracted."""

    def get_queryset(self) -> ActQuerySet:
        """Return the acts that nobody has retracted."""
        return ActQuerySet(self.model, using=self._db).filter(retracted_at__isnull=True)


class Act(models.Model):
    """What a decision did to a document: the only source of how it stands.

    It is retracted, never changed. `Act.objects` and `document.acts` leave the retracted out, so
    that nobody reads one by oversight; a join (`acts__kind`) must leave them out by itself.
    `Act.every` has them all.
    """

    document = models.ForeignKey(
        "register.SteeringDocument", on_delete=models.PROTECT, related_name="acts"
    )
    kind = models.CharField(max_length=20, choices=ActKind)
    body = models.ForeignKey(
        Body, null=True, blank=True, on_delete=models.PROTECT, related_name="acts"
    )
    decided_on = models.CharField(max_length=10, blank=True)  # as stated: day, month or year
    section = models.CharField(max_length=40, blank=True)  # without the sign
    diary_no = models.CharField(max_length=80, blank=True)
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    open_ended = models.BooleanField(default=False)  # the decision says until further notice
    term = models.CharField(max_length=30, choices=Term, blank=True)
    term_words = models.TextField(blank=True)  # the sentence that says how long it stands
    # Whether the passed term ends it without a decision: as the wording says, else as the type.
    lapses = models.BooleanField(null=True, blank=True)
    successor = models.ForeignKey(
        "register.SteeringDocument",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="ended_others",
    )
    because = models.TextField(blank=True)  # the reason, in words a resident can read
    source = models.CharField(max_length=200, blank=True)  # where it is from: a file, a decision
    recorded_at = models.DateTimeField(db_default=Now(), editable=False)
    # A record that was wrong is kept: what was believed before is part of the history.
    retracted_at = models.DateTimeField(null=True, editable=False)
    retracted_because = models.TextField(blank=True, editable=False)

    objects = LiveActManager()  # the first one named is what `document.acts` reads with
    every = ActQuerySet.as_manager()

    class Meta:
        ordering = ["decided_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="register_act_kind_known", condition=Q(kind__in=ActKind.values)
            ),
            models.CheckConstraint(
                name="register_act_days_in_order",
                condition=Q(first_day__isnull=True)
                | Q(last_day__isnull=True)
                | Q(last_day__gte=F("first_day")),
            ),
            models.CheckConstraint(
                name="register_act_open_or_until",
                condition=Q(open_ended=False) | Q(last_day__isnull=True),
            ),
            models.CheckConstraint(
                name="register_act_successor_only_when_replaced",
                condition=Q(successor__isnull=True) | Q(kind=ActKind.REPLACED),
            ),
            models.CheckConstraint(
                name="register_act_term_known", condition=Q(term="") | Q(term__in=Term.values)
            ),
            models.CheckConstraint(
                name="register_act_retracted_with_reason",
                condition=Q(retracted_at__isnull=True, retracted_because="")
                | (Q(retracted_at__isnull=False) & ~Q(retracted_because="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.decided_on}"

    @property
    def facts(self) -> ActFacts:
        """What the rules count with."""
        return ActFacts(
            kind=self.kind,
            decided_on=self.decided_on,
            first_day=self.first_day,
            last_day=self.last_day,
            open_ended=self.open_ended,
            term=self.term,
            lapses=self.lapses,
        )
