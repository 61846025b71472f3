"""Addresses of the desk's register pages."""

from django.urls import path

from vagvisare.desk.register import amend, duties, owners, relations, terms, texts, views

app_name = "register"

urlpatterns = [
    path("", views.document_list, name="list"),
    path("new/", views.enter_document, name="new"),
    path("duties/", duties.duty_list, name="duties"),
    path("owners/", owners.owners, name="owners"),
    path("owners/undo/", owners.undo, name="undo_hand_over"),
    path("owners/reorganize/", owners.reorganize, name="reorganize"),
    path("owners/leave/", owners.leave, name="leave"),
    path("<int:document_id>/", views.document, name="document"),
    path("<int:document_id>/edit/", views.edit_document, name="edit"),
    path("<int:document_id>/publish/", views.publish_document, name="publish"),
    path("<int:document_id>/text/", texts.add_text, name="add_text"),
    path("<int:document_id>/rework/", texts.rework_text, name="rework"),
    path("<int:document_id>/compare/", texts.compare_versions, name="compare"),
    path("<int:document_id>/amend/", amend.amend_document, name="amend"),
    path("acts/<int:act_id>/retract/", terms.retract_act, name="retract"),
    path("<int:document_id>/relations/", relations.relations, name="relations"),
]
