from vagvisare.inventory.models.batch import Batch
from vagvisare.inventory.models.bulk_act import BulkAct
from vagvisare.inventory.models.candidate import Candidate
from vagvisare.inventory.models.claim import Claim
from vagvisare.inventory.models.event_claim import EventClaim
from vagvisare.inventory.models.source_file import SourceFile
from vagvisare.inventory.models.tally import Counted, Tally
from vagvisare.inventory.models.version_group import VersionGroup

__all__ = [
    "Batch",
    "BulkAct",
    "Candidate",
    "Claim",
    "Counted",
    "EventClaim",
    "SourceFile",
    "Tally",
    "VersionGroup",
]
