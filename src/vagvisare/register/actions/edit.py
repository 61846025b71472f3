from typing import Any

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
from vagvisare.register.duties import duties
from vagvisare.register.models import SteeringDocument, folded_name
from vagvisare.register.states import Secrecy

FURTHER = frozenset({"working_name", "owner", "secrecy", "secrecy_ground", "duty"})


class EditedMeanwhile(Refusal):
    code = "register.edited-meanwhile"


class CannotHide(Refusal):
    code = "register.cannot-hide"


class CannotOwn(Refusal):
    code = "register.cannot-own"


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
    **further: Any,
) -> SteeringDocument:
    """Change what describes a document. How it stands is not among it.

    based_on  the revision the editor saw
    further   working_name, owner, secrecy, secrecy_ground, duty: what is left out stays as it is

    :raises NotAllowed: when `by` may not edit the register
    :raises EditedMeanwhile: when somebody saved after that revision
    :raises CannotEnter: when the title is empty or the type is none of the municipality's
    :raises CannotHide: when it is secret without ground, or hidden while the open web shows it
    :raises CannotOwn: when the owner has left
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
        **_further(document, further),
    }
    _change(document, wanted, by, because)
    return document


def _change(document: SteeringDocument, wanted: dict[str, Any], by: Person, because: str) -> None:
    before = {name: getattr(document, name) for name in wanted}
    changed = {name: value for name, value in wanted.items() if before[name] != value}
    if not changed:
        return
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


def _further(document: SteeringDocument, given: dict[str, Any]) -> dict[str, Any]:
    """The fields that may be left out, checked; the owner by key as the others."""
    if given.keys() - FURTHER:
        raise TypeError(f"edit takes no {sorted(given.keys() - FURTHER)}")
    wanted = {name: value for name, value in given.items() if name != "owner"}
    if "owner" in given:
        owner: Person | None = given["owner"]
        if owner is not None and not owner.is_active and owner.pk != document.owner_id:
            raise CannotOwn(_("{name} has left. Choose somebody else.").format(name=owner.name))
        wanted["owner_id"] = owner.pk if owner else None
    if "duty" in wanted and wanted["duty"] and wanted["duty"] not in duties():
        raise CannotEnter(_("The law has no such duty in the register's list."))
    _check_secrecy(document, wanted)
    return wanted


def _check_secrecy(document: SteeringDocument, wanted: dict[str, Any]) -> None:
    secrecy = wanted.get("secrecy", document.secrecy)
    ground = wanted.get("secrecy_ground", document.secrecy_ground).strip()
    if secrecy == Secrecy.SECRET and not ground:
        raise CannotHide(_("Name the provision that makes the document secret."))
    if secrecy != Secrecy.OPEN and document.published_at is not None:
        raise CannotHide(
            _("The open web shows the document. Take it off the open web before you hide it.")
        )
