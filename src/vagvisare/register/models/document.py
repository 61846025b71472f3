from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.db.models.functions import Now

from vagvisare.organization.models import Department, Person
from vagvisare.register.models.standing_span import StandingSpan
from vagvisare.register.states import Origin, Secrecy


class SteeringDocumentQuerySet(models.QuerySet["SteeringDocument"]):
    def published(self) -> Self:
        """Keep what the open web may show. Every query in `public` starts here."""
        return self.filter(published_at__isnull=False)

    def standing_as(self, standings: list[str], day: date) -> Self:
        """Keep the documents that stand in one of these ways on `day`."""
        covering = StandingSpan.objects.covering(day).filter(
            document=OuterRef("pk"), standing__in=standings
        )
        return self.filter(Exists(covering))

    def with_standing_on(self, day: date) -> Self:
        """Bring each document's span of `day` along, as `document.spans_of_day` (one of them)."""
        spans = StandingSpan.objects.covering(day).select_related("act__body", "act__successor")
        return self.prefetch_related(Prefetch("spans", queryset=spans, to_attr="spans_of_day"))

    def titled_like(self, words: str) -> Self:
        """Keep the documents whose title or popular name holds every word, in any case."""
        found = self
        for word in words.casefold().split():
            found = found.filter(
                Q(folded_title__contains=word) | Q(folded_popular_name__contains=word)
            )
        return found

    def called(self, name: str) -> Self:
        """Keep the documents whose title or popular name is this, in any case."""
        folded = folded_name(name)
        return self.filter(Q(folded_title=folded) | Q(folded_popular_name=folded))


def folded_name(name: str) -> str:
    """Return the name without regard to case and space."""
    return " ".join(name.casefold().split())


class SteeringDocument(models.Model):
    """Something the municipality has decided, or will decide, shall hold. One identity."""

    slug = models.SlugField(unique=True, max_length=120)
    title = models.CharField(max_length=500)
    popular_name = models.CharField(max_length=200, blank=True)
    working_name = models.CharField(max_length=200, blank=True)  # while it is written
    document_type = models.CharField(max_length=60)  # a key in the profile's document types
    origin = models.CharField(max_length=20, choices=Origin)
    department = models.ForeignKey(
        Department, null=True, blank=True, on_delete=models.PROTECT, related_name="documents"
    )
    responsible_role = models.CharField(max_length=200, blank=True)  # a role, never a name
    owner = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="owned_documents"
    )
    summary = models.TextField(blank=True)
    secrecy = models.CharField(max_length=20, choices=Secrecy, default=Secrecy.OPEN)
    secrecy_ground = models.CharField(max_length=200, blank=True)  # the provision
    duty = models.CharField(max_length=60, blank=True)  # key of the statutory duty it fulfils
    # For search and comparison: SQLite by itself takes Ö and ö for different letters.
    folded_title = models.CharField(max_length=700, editable=False, db_index=True)
    folded_popular_name = models.CharField(max_length=300, editable=False, db_index=True)
    review_due = models.DateField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    entered_at = models.DateTimeField(db_default=Now(), editable=False)
    revision = models.PositiveIntegerField(default=1)  # counts edits, so that none is overwritten

    objects = SteeringDocumentQuerySet.as_manager()

    spans_of_day: list[StandingSpan]  # one; there after `with_standing_on`

    class Meta:
        ordering = ["title", "pk"]
        indexes = [models.Index(fields=["document_type"]), models.Index(fields=["title"])]
        constraints = [
            models.CheckConstraint(name="register_document_has_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="register_document_origin_known", condition=Q(origin__in=Origin.values)
            ),
            models.CheckConstraint(
                name="register_document_secrecy_known", condition=Q(secrecy__in=Secrecy.values)
            ),
            models.CheckConstraint(
                name="register_document_secret_has_ground",
                condition=~Q(secrecy=Secrecy.SECRET) | ~Q(secrecy_ground=""),
            ),
            models.CheckConstraint(
                name="register_document_published_is_open",
                condition=Q(published_at__isnull=True) | Q(secrecy=Secrecy.OPEN),
            ),
        ]

    def __str__(self) -> str:
        return self.title
