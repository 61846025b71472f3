from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions.models import Matter
from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Person


class CannotOpenMatter(Refusal):
    code = "decisions.cannot-open-matter"


@transaction.atomic
def open_matter(*, title: str, diary_no: str, opened_on: date, by: Person) -> Matter:
    """Open a case. The diary number may come later; nothing is made up for it.

    :raises NotAllowed: when `by` may not draft memos or record decisions
    :raises CannotOpenMatter: when the title is empty or the number is another case's
    """
    check(by, Permission.MEMOS_DRAFT)
    title, diary_no = " ".join(title.split()), diary_no.strip()
    if not title:
        raise CannotOpenMatter(_("A matter needs a title."))
    if diary_no and Matter.objects.filter(diary_no__iexact=diary_no).exists():
        raise CannotOpenMatter(
            _("Diary number {number} belongs to another matter already.").format(number=diary_no)
        )
    matter = Matter.objects.create(title=title, diary_no=diary_no, opened_on=opened_on)
    record("matter-opened", matter, by=by)
    return matter
