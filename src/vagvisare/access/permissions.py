"""Every permission there is. The value is also the name Django and templates use."""

from enum import StrEnum


class Permission(StrEnum):
    """What somebody may do, named room.verb."""

    REGISTER_READ = "register.read"
    REGISTER_ENTER = "register.enter"
    REGISTER_EDIT = "register.edit"
    REGISTER_PUBLISH = "register.publish"
    INVENTORY_READ = "inventory.read"
    INVENTORY_TAKE_IN = "inventory.take_in"
    INVENTORY_CONFIRM = "inventory.confirm"
    DECISIONS_READ = "decisions.read"
    DECISIONS_RECORD = "decisions.record"
    MEMOS_READ = "memos.read"
    MEMOS_DRAFT = "memos.draft"
    AUDIT_READ = "audit.read"
    ORGANIZATION_CHANGE = "organization.change"
    ACCESS_GRANT = "access.grant"
