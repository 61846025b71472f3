from vagvisare.inventory.models.batch import Batch
from vagvisare.inventory.models.candidate import Candidate
from vagvisare.inventory.models.claim import Claim
from vagvisare.inventory.models.source_file import SourceFile
from vagvisare.inventory.models.version_group import VersionGroup

__all__ = ["Batch", "Candidate", "Claim", "SourceFile", "VersionGroup"]
