from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "vagvisare.access"
    label = "access"

    def ready(self) -> None:
        from vagvisare.access.checks import register_with_rules

        register_with_rules()
