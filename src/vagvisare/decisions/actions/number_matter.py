from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions.actions.open_matter import CannotOpenMatter
from vagvisare.decisions.models import Matter
from vagvisare.organization.models import Person


@transaction.atomic
def number_matter(*, matter: Matter, diary_no: str, by: Person) -> None:
    """Give the matter the number it got in the diary, or correct it.

    :raises NotAllowed: when `by` may not draft memos
    :raises CannotOpenMatter: when nothing is given, or the number is another matter's
    """
    check(by, Permission.MEMOS_DRAFT)
    matter = Matter.objects.select_for_update().get(pk=matter.pk)
    diary_no = diary_no.strip()
    if not diary_no:
        raise CannotOpenMatter(_("Write the number as in the diary."))
    if Matter.objects.filter(diary_no__iexact=diary_no).exclude(pk=matter.pk).exists():
        raise CannotOpenMatter(
            _("Diary number {number} belongs to another matter already.").format(number=diary_no)
        )
    before, matter.diary_no = matter.diary_no, diary_no
    matter.save(update_fields=["diary_no"])
    record(
        "matter-numbered",
        matter,
        by=by,
        before={"diary_no": before},
        after={"diary_no": diary_no},
    )
