from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from vagvisare.decisions.models import Assignment, Matter
from vagvisare.memos.states import MemoKind, MemoState
from vagvisare.organization.models import Body
from vagvisare.register.models import SteeringDocument


class Memo(models.Model):
    """A paper on its way to a body. A draft follows the register; what is issued stays as it is."""

    kind = models.CharField(max_length=30, choices=MemoKind)
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="memos")
    addressed_to = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="memos")
    day = models.DateField()  # the date on it, and the day the register is asked about
    title = models.TextField()
    documents = models.ManyToManyField(SteeringDocument, related_name="memos")
    assignment = models.ForeignKey(
        Assignment, null=True, blank=True, on_delete=models.PROTECT, related_name="memos"
    )
    propose_review = models.BooleanField(default=False)
    own_text = models.JSONField(default=dict)  # place in the paper -> the writer's own words
    paper = models.JSONField()  # as writing.json_form keeps it
    state = models.CharField(max_length=20, choices=MemoState, default=MemoState.DRAFT)
    docx_sha256 = models.CharField(max_length=64, blank=True)  # where the frozen files are kept
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    created_by = models.CharField(max_length=200)  # the name, as it was then
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    revision = models.PositiveIntegerField(default=1)  # counts saves, so that none is overwritten

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="memos_memo_kind_known", condition=Q(kind__in=MemoKind.values)
            ),
            models.CheckConstraint(name="memos_memo_has_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="memos_memo_issued_has_its_files",
                condition=Q(state=MemoState.DRAFT, docx_sha256="", pdf_sha256="")
                | (Q(state=MemoState.ISSUED) & ~Q(docx_sha256="") & ~Q(pdf_sha256="")),
            ),
        ]

    def __str__(self) -> str:
        return self.title
