from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register.actions.enact import lock
from vagvisare.register.models import Act, SteeringDocument, Version
from vagvisare.register.states import TextKind


class CannotAddVersion(Refusal):
    code = "register.cannot-add-version"


@transaction.atomic
def add_version(
    *,
    document: SteeringDocument,
    text: str,
    by: Person,
    act: Act | None = None,
    kind: TextKind = TextKind.ADOPTED,
    basis: Version | None = None,
    source: str = "",
    file_name: str = "",
    file_sha256: str = "",
    media_type: str = "",
) -> Version:
    """Keep the document's text beside the earlier ones.

    act     what the text follows from; for a proposal None: nobody has decided it
    basis   what it was worked out of; an adopted text is held against the latest proposal
    source  for a proposal, what is pending: "decision:17"

    :raises NotAllowed: when `by` may not edit the register
    :raises CannotAddVersion: when there is neither text nor file, or the parts do not fit
    """
    check(by, Permission.REGISTER_EDIT)
    document = lock(document)
    _check_parts(document, text or file_sha256, act, kind, basis)
    if basis is None and kind == TextKind.ADOPTED:
        basis = _proposal_of(document)
    last = document.versions.aggregate(last=Max("number"))["last"] or 0
    version = Version.objects.create(
        document=document,
        number=last + 1,
        act=act,
        kind=kind,
        basis=basis,
        source=source,
        text=text,
        file_name=file_name,
        file_sha256=file_sha256,
        media_type=media_type,
    )
    after = {"number": version.number, "kind": str(kind)}
    record("version-added", document, by=by, because=file_name, after=after)
    return version


def _check_parts(
    document: SteeringDocument,
    content: str,
    act: Act | None,
    kind: TextKind,
    basis: Version | None,
) -> None:
    if not content.strip() and act is None:
        raise CannotAddVersion(_("A version needs a text or a file."))
    if act is not None and act.document_id != document.pk:
        raise CannotAddVersion(_("The decision is about another document."))
    if act is not None and kind == TextKind.PROPOSED:
        raise CannotAddVersion(_("What is only proposed follows from no decision yet."))
    if basis is not None and basis.document_id != document.pk:
        raise CannotAddVersion(_("The text it is worked out of is another document's."))


def _proposal_of(document: SteeringDocument) -> Version | None:
    """The latest text, where it is a proposal: what the body had before it."""
    latest = document.versions.order_by("-number").first()
    return latest if latest is not None and latest.kind == TextKind.PROPOSED else None
