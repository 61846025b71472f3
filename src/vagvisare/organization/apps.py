from django.apps import AppConfig


class OrganizationConfig(AppConfig):
    name = "vagvisare.organization"
    label = "organization"
