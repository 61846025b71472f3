"""Addresses of the desk's pages on meetings, decisions, assignments and bodies."""

from django.urls import path

from vagvisare.desk.decisions import assignments, bodies, decision, meetings, sections, views

app_name = "decisions"

urlpatterns = [
    path("", views.meeting_list, name="list"),
    path("record/", views.record, name="record"),
    path("record-section/", sections.record_points, name="record-section"),
    path("pending/", views.pending, name="pending"),
    path("assignments/", assignments.assignment_list, name="assignments"),
    path("assignments/<int:assignment_id>/", assignments.assignment, name="assignment"),
    path("assignments/<int:assignment_id>/report/", assignments.report, name="report"),
    path("matters/<int:matter_id>/", views.matter, name="matter"),
    path("meetings/<int:meeting_id>/", meetings.meeting, name="meeting"),
    path("meetings/<int:meeting_id>/minutes/", meetings.minutes, name="minutes"),
    path("bodies/", bodies.body_list, name="bodies"),
    path("bodies/new/", bodies.enter_body, name="new-body"),
    path("bodies/<slug:body_key>/", bodies.body, name="body"),
    path("bodies/<slug:body_key>/edit/", bodies.edit_body, name="edit-body"),
    path("<int:decision_id>/", decision.decision, name="decision"),
    path("<int:decision_id>/appeal/", decision.record_appeal, name="appeal"),
    path("<int:decision_id>/ruling/", decision.record_ruling, name="ruling"),
]
