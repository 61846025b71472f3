"""What of a batch is over but still standing: in the register, and not in it yet."""

from datetime import date

from vagvisare.inventory.listing import COUNTED_HITS
from vagvisare.inventory.models import Batch, Candidate, Counted, Tally
from vagvisare.inventory.queries import type_meant
from vagvisare.inventory.states import CandidateState, Validity
from vagvisare.register.queries import over_but_standing_on


def over_in_register(batch: Batch, day: date, most: int) -> list[int]:
    """Return keys of the batch's documents that the register calls over on `day`, longest first."""
    spans = over_but_standing_on(day).order_by("since", "document").select_related(None)
    ours = Candidate.objects.filter(batch=batch, state=CandidateState.ENTERED)
    found = spans.filter(document__in=ours.order_by().values("document"))
    return list(found.values_list("document", flat=True)[:most])


def over_not_entered(batch: Batch) -> int:
    """Return how many papers the report calls over that still wait to be entered.

    Counted to one more than `listing.COUNTED_HITS`, and no further. Two queries.
    """
    words = Tally.objects.filter(batch=batch, counted=Counted.DOCUMENT_TYPE, number__gt=0)
    steering = [word for word in words.values_list("key", flat=True) if type_meant(word)]
    open_ones = Candidate.objects.order_by().filter(
        batch=batch, state=CandidateState.OPEN, validity=Validity.EXPIRED
    )
    found = open_ones.filter(document_type__in=steering).values_list(
        "about", "file__versions__latest", "file"
    )[: COUNTED_HITS + 1]
    # As the report has it: of a paper with a later version it is that version that counts.
    return sum(about != "own" or latest in (None, file) for about, latest, file in found)
