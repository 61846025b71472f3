import re

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person
from vagvisare.register.actions.enact import lock
from vagvisare.register.models import LegalBasis, SteeringDocument

# "2017:725", "SFS 2017:725"
_NUMBER = re.compile(r"(?:SFS\s*)?(\d{4}:\d{1,5})", re.IGNORECASE)


class CannotRestOn(Refusal):
    code = "register.cannot-rest-on"


@transaction.atomic
def relate_law(
    *, document: SteeringDocument, sfs_no: str, provision: str, by: Person
) -> LegalBasis:
    """Say which provision the document rests on.

    sfs_no     the statute's number: "2017:725"
    provision  "5 kap. 71 §"; empty: the statute as a whole

    :raises NotAllowed: when `by` may not edit the register
    :raises CannotRestOn: when that is no number of a statute, or it stands there already
    """
    check(by, Permission.REGISTER_EDIT)
    document = lock(document)
    number = _NUMBER.fullmatch(sfs_no.strip())
    if number is None:
        raise CannotRestOn(
            _("“{given}” is no number of a statute. Write 2017:725.").format(given=sfs_no)
        )
    parts = {"sfs_no": number[1], "provision": " ".join(provision.split())}
    if document.legal_bases.filter(**parts).exists():
        raise CannotRestOn(_("That provision stands there already."))
    made = LegalBasis.objects.create(document=document, **parts)
    record("law-related", document, by=by, after=parts)
    return made


@transaction.atomic
def unrelate_law(*, basis: LegalBasis, by: Person, because: str = "") -> None:
    """Take a provision away again.

    :raises NotAllowed: when `by` may not edit the register
    """
    check(by, Permission.REGISTER_EDIT)
    document = lock(basis.document)
    before = {"sfs_no": basis.sfs_no, "provision": basis.provision}
    basis.delete()
    record("law-unrelated", document, by=by, because=because, before=before)
