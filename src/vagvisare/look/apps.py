from django.apps import AppConfig


class LookConfig(AppConfig):
    name = "vagvisare.look"
    label = "look"
