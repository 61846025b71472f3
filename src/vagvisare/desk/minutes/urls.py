"""Addresses of the desk's pages of minutes and agendas."""

from django.urls import path

from vagvisare.desk.minutes import accepting, editing, papers

app_name = "minutes"

urlpatterns = [
    path("", papers.paper_list, name="list"),
    path("proposed/", papers.proposed, name="proposed"),
    path("<int:file_id>/", papers.paper, name="paper"),
    path("<int:file_id>/accept/", accepting.accept, name="accept"),
    path("events/<int:event_id>/", editing.edit, name="edit"),
    path("events/<int:event_id>/reject/", editing.reject, name="reject"),
    path("events/<int:event_id>/reopen/", editing.reopen, name="reopen"),
    path("events/<int:event_id>/not-decided/", editing.not_decided, name="not_decided"),
]
