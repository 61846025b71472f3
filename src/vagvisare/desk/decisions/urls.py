"""Addresses of the desk's decisions pages."""

from django.urls import URLPattern

app_name = "decisions"

urlpatterns: list[URLPattern] = []
