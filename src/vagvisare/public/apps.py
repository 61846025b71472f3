from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "vagvisare.public"
    label = "public"
