"""The first page after sign-in: what needs me."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    """Show what needs the person today."""
    return render(request, "desk/home.html")
