from datetime import date

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from vagvisare.organization.actions.change_body import CannotChangeBody, change_body
from vagvisare.organization.models import Body
from vagvisare.organization.profile import BODY_KINDS

# Where a kind of body stands when it decides: the assembly is 1, as in the municipality's files.
RANK_OF = {"assembly": 1, "board": 2, "committee": 3, "working_committee": 4, "office": 5}


@transaction.atomic
def enter_body(
    *,
    name: str,
    kind: str,
    first_day: date | None = None,
    last_day: date | None = None,
    successor: Body | None = None,
    short: str = "",
) -> Body:
    """Enter a body that the municipality's files no longer name: old decisions are its.

    No check of the person and no trace: those lie in the rooms above, with who calls this.

    :raises CannotChangeBody: when the name is empty or another body's, or the days contradict
    """
    name = " ".join(name.split())
    if not name or kind not in BODY_KINDS:
        raise CannotChangeBody(_("A body needs a name and a kind."))
    key = slugify(name)[:80]
    if Body.objects.filter(name__iexact=name).exists() or Body.objects.filter(key=key).exists():
        raise CannotChangeBody(_("There is a body called {name} already.").format(name=name))
    body = Body.objects.create(key=key, name=name, short=short, kind=kind, rank=RANK_OF[kind])
    return change_body(body=body, first_day=first_day, last_day=last_day, successor=successor)
