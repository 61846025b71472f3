"""Addresses of the desk's register pages."""

from django.urls import path

from vagvisare.desk.register import views

app_name = "register"

urlpatterns = [
    path("", views.document_list, name="list"),
    path("new/", views.enter_document, name="new"),
    path("<int:document_id>/", views.document, name="document"),
    path("<int:document_id>/edit/", views.edit_document, name="edit"),
    path("<int:document_id>/publish/", views.publish_document, name="publish"),
]
