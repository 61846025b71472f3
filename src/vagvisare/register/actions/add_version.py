from django.db import transaction
from django.db.models import Max

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.organization.models import Person
from vagvisare.register.actions.enact import lock
from vagvisare.register.models import Act, SteeringDocument, Version


@transaction.atomic
def add_version(
    *,
    document: SteeringDocument,
    text: str,
    by: Person,
    act: Act | None = None,
    file_name: str = "",
    file_sha256: str = "",
    media_type: str = "",
) -> Version:
    """Keep the document's text, as one decision left it, beside the earlier ones.

    :raises NotAllowed: when `by` may not edit the register
    """
    check(by, Permission.REGISTER_EDIT)
    document = lock(document)
    last = document.versions.aggregate(last=Max("number"))["last"] or 0
    version = Version.objects.create(
        document=document,
        number=last + 1,
        act=act,
        text=text,
        file_name=file_name,
        file_sha256=file_sha256,
        media_type=media_type,
    )
    record("version-added", document, by=by, because=file_name, after={"number": version.number})
    return version
