"""What applies, for anyone."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def start(request: HttpRequest) -> HttpResponse:
    """Show what applies on a day."""
    return render(request, "public/start.html")


@login_not_required
def document(request: HttpRequest, slug: str) -> HttpResponse:
    """Show whether a document applies."""
    return render(request, "public/document.html")
