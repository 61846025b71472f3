"""Addresses of the lists that go out and come in."""

from django.urls import path

from vagvisare.desk.exchange import views

app_name = "exchange"

urlpatterns = [
    path("", views.lists, name="lists"),
    path("runs/<int:run_id>/", views.run, name="run"),
    path("runs/<int:run_id>/answer/", views.answer, name="answer"),
    path("runs/<int:run_id>/undo/", views.undo_run, name="undo"),
    path("<slug:table>/import/", views.send_in, name="import"),
    path("<slug:table>/export/<slug:form>/", views.export, name="export"),
]
