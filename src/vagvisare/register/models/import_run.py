from django.db import models
from django.db.models import Q

from vagvisare.organization.models import Person
from vagvisare.register.states import ImportState, RowKind, RowOutcome


class ImportRun(models.Model):
    """A list that somebody sent in: what it would change, what was chosen, and how it went.

    Working papers: the register's own trail has what was changed, with the run's name as reason.
    """

    table = models.CharField(max_length=40)  # a key in the registry of lists
    file_name = models.CharField(max_length=200)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="imports")
    at = models.DateTimeField()
    state = models.CharField(max_length=20, choices=ImportState, default=ImportState.PREVIEWED)
    unread = models.JSONField(default=list)  # headings of columns that are not read back

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="register_import_state_known", condition=Q(state__in=ImportState.values)
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class ImportRow(models.Model):
    """A row of the list, beside what the register had when the list came."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()  # as the spreadsheet numbers it
    label = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=RowKind)
    key = models.CharField(max_length=40, blank=True)  # of what it is about; empty: not made yet
    cells = models.JSONField(default=dict)  # column: text, of what would be written
    # column: [as it was, as in the file] and, where somebody was faster, as it is now
    changes = models.JSONField(default=dict)
    faults = models.JSONField(default=list)  # [cell, heading, sentence]
    chosen = models.BooleanField(default=False)
    outcome = models.CharField(max_length=20, choices=RowOutcome, blank=True)
    said = models.TextField(blank=True)  # why it was refused, or why the undoing left it

    class Meta:
        ordering = ["run", "number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="register_import_row_once"),
            models.CheckConstraint(
                name="register_import_row_kind_known", condition=Q(kind__in=RowKind.values)
            ),
            models.CheckConstraint(
                name="register_import_row_outcome_known",
                condition=Q(outcome="") | Q(outcome__in=RowOutcome.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run} {self.number}"
