"""Addresses of the desk's pages on meetings and decisions."""

from django.urls import path

from vagvisare.desk.decisions import views

app_name = "decisions"

urlpatterns = [
    path("", views.meeting_list, name="list"),
    path("record/", views.record, name="record"),
    path("assignments/", views.assignment_list, name="assignments"),
    path("matters/<int:matter_id>/", views.matter, name="matter"),
    path("meetings/<int:meeting_id>/", views.meeting, name="meeting"),
]
