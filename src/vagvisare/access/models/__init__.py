from vagvisare.access.models.role_grant import RoleGrant

__all__ = ["RoleGrant"]
