from vagvisare.audit.models.audit_line import AuditLine
from vagvisare.audit.models.chain_head import ChainHead

__all__ = ["AuditLine", "ChainHead"]
