from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Department, Person
from vagvisare.organization.profile import current_profile
from vagvisare.register.actions.restand import restand
from vagvisare.register.duties import duties
from vagvisare.register.models import SteeringDocument, folded_name
from vagvisare.register.states import Origin, Secrecy

LONGEST_TITLE = 500


class CannotEnter(Refusal):
    code = "register.cannot-enter"


@transaction.atomic
def enter(
    *,
    title: str,
    document_type: str,
    origin: Origin,
    by: Person,
    because: str,
    department: Department | None = None,
    responsible_role: str = "",
    popular_name: str = "",
    summary: str = "",
    working_name: str = "",
    owner: Person | None = None,
    secrecy: Secrecy = Secrecy.OPEN,
    secrecy_ground: str = "",
    duty: str = "",
) -> SteeringDocument:
    """Give a document its place in the register, before anything is said of how it stands.

    :raises NotAllowed: when `by` may not enter documents
    :raises CannotEnter: when the title is empty or the type is none of the municipality's
    """
    check(by, Permission.REGISTER_ENTER)
    title = " ".join(title.split())
    if not title:
        raise CannotEnter(_("A document needs a title."))
    if len(title) > LONGEST_TITLE:
        raise CannotEnter(
            _("The title has {number} characters. At most {most} fit; use the summary.").format(
                number=len(title), most=LONGEST_TITLE
            )
        )
    if document_type not in current_profile().document_types:
        raise CannotEnter(
            _("“{key}” is none of the municipality's document types.").format(key=document_type)
        )
    _check_further(owner, secrecy, secrecy_ground, duty)
    document = SteeringDocument.objects.create(
        slug=_free_slug(title),
        title=title,
        popular_name=popular_name,
        document_type=document_type,
        origin=origin,
        department=department,
        responsible_role=responsible_role,
        summary=summary,
        working_name=working_name,
        owner=owner,
        secrecy=secrecy,
        secrecy_ground=secrecy_ground.strip(),
        duty=duty,
        folded_title=folded_name(title),
        folded_popular_name=folded_name(popular_name),
    )
    restand(document=document)
    record("entered", document, by=by, because=because)
    return document


def _check_further(owner: Person | None, secrecy: Secrecy, ground: str, duty: str) -> None:
    if owner is not None and not owner.is_active:
        raise CannotEnter(_("{name} has left. Choose somebody else.").format(name=owner.name))
    if secrecy == Secrecy.SECRET and not ground.strip():
        raise CannotEnter(_("Name the provision that makes the document secret."))
    if duty and duty not in duties():
        raise CannotEnter(_("The law has no such duty in the register's list."))


def _free_slug(title: str) -> str:
    """The title as an address; a number is added where it is taken, so that no address moves."""
    base = slugify(title)[:100].strip("-") or "dokument"
    taken = set(
        SteeringDocument.objects.filter(slug__startswith=base).values_list("slug", flat=True)
    )
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug
