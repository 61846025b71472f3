"""How far the reading of a batch, or an act on it, has come: a fragment that is asked for anew.

The rate is that since a mark in the address: when the page was opened and how many files were
read then. So nothing is stored to show it, and it works by reload as well.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from vagvisare.access.permissions import Permission
from vagvisare.desk.inventory.asked import number_in
from vagvisare.desk.rights import needs
from vagvisare.inventory.models import Batch, BulkAct
from vagvisare.inventory.queries import BatchCounts, counts_of
from vagvisare.inventory.states import BulkState

SLOWEST = timedelta(days=2)  # an older mark says nothing of today's rate


@dataclass(frozen=True)
class Progress:
    """What the fragment shows. rate: files a minute; left: minutes; None where unknown."""

    counts: BatchCounts
    act: BulkAct | None
    total: int
    read: int
    rate: int | None
    left: int | None
    since: int
    read_then: int

    @property
    def going_on(self) -> bool:
        """Whether there is something to wait for."""
        return bool(self.counts.unread) or self.act is not None

    @property
    def tenths(self) -> int:
        """How many tenths are done: what is said aloud changes with it, and not oftener."""
        return self.read * 10 // self.total if self.total else 10


def progress_of(batch: Batch, request: HttpRequest, now: datetime) -> Progress:
    """Return how far the batch is. Two queries."""
    counts = counts_of([batch])[batch.pk]
    total = sum(counts.files.values())
    since, then = number_in(request.GET.get("since")), number_in(request.GET.get("read"))
    moment = int(now.timestamp())
    if since is None or then is None or not 0 <= moment - since <= SLOWEST.total_seconds():
        since, then = moment, counts.read
    done, seconds = counts.read - then, moment - since
    rate = round(done * 60 / seconds) if done > 0 and seconds > 0 else None
    left = -(-counts.unread * seconds // (done * 60)) if rate else None
    act = batch.acts.filter(state=BulkState.RUNNING).first()
    return Progress(counts, act, total, counts.read, rate, left, since, then)


@needs(Permission.INVENTORY_READ)
def progress(request: HttpRequest, batch_id: int) -> HttpResponse:
    """Answer with the fragment alone; when all is done, the page is loaded anew once."""
    batch = get_object_or_404(Batch, pk=batch_id)
    now = progress_of(batch, request, timezone.now())
    answer = render(
        request, "desk/inventory/progress.html", {"batch": batch, "progress": now, "polled": True}
    )
    if not now.going_on and getattr(request, "htmx", False):
        answer["HX-Refresh"] = "true"
    return answer
