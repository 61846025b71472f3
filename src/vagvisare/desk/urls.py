"""The desk: one folder per room it shows."""

from django.urls import include, path

from vagvisare.desk.home import views

app_name = "desk"

urlpatterns = [
    path("", views.home, name="home"),
    path("gallery/", views.show_gallery, name="gallery"),
    path("register/", include("vagvisare.desk.register.urls")),
    path("decisions/", include("vagvisare.desk.decisions.urls")),
    path("lists/", include("vagvisare.desk.exchange.urls")),
    path("inventory/", include("vagvisare.desk.inventory.urls")),
    path("minutes/", include("vagvisare.desk.minutes.urls")),
    path("memos/", include("vagvisare.desk.memos.urls")),
]
