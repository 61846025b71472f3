from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Department, Person
from vagvisare.organization.profile import current_profile
from vagvisare.register.actions.enact import lock
from vagvisare.register.actions.enter import CannotEnter
from vagvisare.register.actions.restand import restand
from vagvisare.register.models import SteeringDocument, folded_name


class EditedMeanwhile(Refusal):
    code = "register.edited-meanwhile"


@transaction.atomic
def edit(
    *,
    document: SteeringDocument,
    based_on: int,
    title: str,
    popular_name: str,
    document_type: str,
    department: Department | None,
    responsible_role: str,
    summary: str,
    by: Person,
    because: str = "",
) -> SteeringDocument:
    """Change what describes a document. How it stands is not among it.

    based_on  the revision the editor saw

    :raises NotAllowed: when `by` may not edit the register
    :raises EditedMeanwhile: when somebody saved after that revision
    :raises CannotEnter: when the title is empty or the type is none of the municipality's
    """
    check(by, Permission.REGISTER_EDIT)
    document = lock(document)
    if document.revision != based_on:
        raise EditedMeanwhile(
            _("Somebody else saved this document after you opened it. Your text is still here.")
        )
    if not title.strip() or document_type not in current_profile().document_types:
        raise CannotEnter(_("A document needs a title and one of the municipality's types."))
    wanted = {
        "title": " ".join(title.split()),
        "popular_name": popular_name,
        "document_type": document_type,
        "department_id": department.pk if department else None,
        "responsible_role": responsible_role,
        "summary": summary,
    }
    before = {name: getattr(document, name) for name in wanted}
    changed = {name: value for name, value in wanted.items() if before[name] != value}
    if not changed:
        return document
    for name, value in changed.items():
        setattr(document, name, value)
    document.revision += 1
    document.folded_title = folded_name(document.title)
    document.folded_popular_name = folded_name(document.popular_name)
    document.save(update_fields=[*changed, "folded_title", "folded_popular_name", "revision"])
    restand(document=document)
    record(
        "edited",
        document,
        by=by,
        because=because,
        before={name: before[name] for name in changed},
        after=changed,
    )
    return document
