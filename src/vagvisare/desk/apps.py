from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "vagvisare.desk"
    label = "desk"
