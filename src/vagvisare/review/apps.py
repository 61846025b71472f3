from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "vagvisare.review"
    label = "review"
