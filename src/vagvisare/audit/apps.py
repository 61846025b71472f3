from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "vagvisare.audit"
    label = "audit"
