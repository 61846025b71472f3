"""Addresses of the desk's memos pages."""

from django.urls import URLPattern

app_name = "memos"

urlpatterns: list[URLPattern] = []
