from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    name = "vagvisare.decisions"
    label = "decisions"
