from vagvisare.register.models.act import Act
from vagvisare.register.models.amendment import Amendment
from vagvisare.register.models.document import SteeringDocument, folded_name
from vagvisare.register.models.import_run import ImportRow, ImportRun
from vagvisare.register.models.legal_basis import LegalBasis
from vagvisare.register.models.relation import Relation
from vagvisare.register.models.saved_filter import SavedFilter
from vagvisare.register.models.standing_span import StandingSpan
from vagvisare.register.models.version import Version

__all__ = [
    "Act",
    "Amendment",
    "ImportRow",
    "ImportRun",
    "LegalBasis",
    "Relation",
    "SavedFilter",
    "StandingSpan",
    "SteeringDocument",
    "Version",
    "folded_name",
]
