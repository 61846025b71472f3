"""Addresses of the desk's inventory pages."""

from django.urls import path

from vagvisare.desk.inventory import batches, bulk, candidates, originals, progress, report

app_name = "inventory"

urlpatterns = [
    path("", batches.batch_list, name="list"),
    path("take-in/", batches.take_in_files, name="take_in"),
    path("<int:batch_id>/", batches.batch, name="batch"),
    path("<int:batch_id>/read/", batches.read, name="read"),
    path("<int:batch_id>/files/", batches.files, name="files"),
    path("<int:batch_id>/progress/", progress.progress, name="progress"),
    path("<int:batch_id>/by-rule/", bulk.by_rule, name="by_rule"),
    path("<int:batch_id>/enter/", bulk.enter_all, name="enter_all"),
    path("<int:batch_id>/take-back/", bulk.take_back, name="take_back"),
    path("<int:batch_id>/undo/", bulk.undo, name="undo"),
    path("<int:batch_id>/take-up/", bulk.take_up, name="take_up_batch"),
    path("<int:batch_id>/report/", report.make, name="make_report"),
    path("<int:batch_id>/report/<slug:form>/", report.report, name="report"),
    path("candidates/<int:candidate_id>/", candidates.candidate, name="candidate"),
    path("candidates/<int:candidate_id>/confirm/", candidates.confirm, name="confirm_candidate"),
    path("candidates/<int:candidate_id>/supply/", candidates.supply, name="supply"),
    path("candidates/<int:candidate_id>/enter/", candidates.enter, name="enter"),
    path("candidates/<int:candidate_id>/set-aside/", candidates.put_aside, name="set_aside"),
    path("candidates/<int:candidate_id>/take-up/", candidates.take_up, name="take_up"),
    path("claims/<int:claim_id>/", candidates.claim, name="claim"),
    path("files/<int:file_id>/original/", originals.original, name="original"),
    path("files/<int:file_id>/<int:page>.png", originals.picture, name="picture"),
]
