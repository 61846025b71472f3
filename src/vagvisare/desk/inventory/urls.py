"""Addresses of the desk's inventory pages."""

from django.urls import URLPattern

app_name = "inventory"

urlpatterns: list[URLPattern] = []
