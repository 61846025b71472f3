"""The open web."""

from django.urls import path

from vagvisare.public.register import views

app_name = "public"

urlpatterns = [
    path("", views.start, name="start"),
    path("documents/<slug:slug>/", views.document, name="document"),
]
