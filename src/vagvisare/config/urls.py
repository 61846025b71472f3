"""The root of all addresses. Every door has its prefix; the open web has the rest."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

from vagvisare.config.health import healthz, readyz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("language/", login_not_required(set_language), name="set_language"),
    path("account/", include("vagvisare.desk.account_urls")),
    path("desk/", include("vagvisare.desk.urls")),
    path("", include("vagvisare.public.urls")),
]
