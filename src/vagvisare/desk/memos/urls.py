"""Addresses of the desk's memo pages."""

from django.urls import path

from vagvisare.desk.memos import files, views, writing

app_name = "memos"

urlpatterns = [
    path("", views.memo_list, name="list"),
    path("new/", views.new_memo, name="new"),
    path("check/", views.check_a_text, name="check"),
    path("<int:memo_id>/", writing.memo, name="memo"),
    path("<int:memo_id>/issue/", writing.issue, name="issue"),
    path("<int:memo_id>/word/", files.word, name="word"),
    path("<int:memo_id>/pdf/", files.pdf, name="pdf"),
]
