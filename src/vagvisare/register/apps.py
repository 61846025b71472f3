from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "vagvisare.register"
    label = "register"
