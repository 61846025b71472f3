from django.apps import AppConfig


class MemosConfig(AppConfig):
    name = "vagvisare.memos"
    label = "memos"
