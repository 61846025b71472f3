"""Reads across bodies and departments."""

from collections.abc import Iterator

from django.db.models import QuerySet

from vagvisare.organization.models import Body
from vagvisare.organization.profile import current_profile


def bodies_that_may_decide(type_key: str) -> QuerySet[Body]:
    """Return the bodies that may adopt and end documents of the type, highest first."""
    profile = current_profile()
    keys = [key for key in profile.bodies if profile.may_decide(type_key, key)]
    return Body.objects.filter(key__in=keys)


def body_called(name: str) -> Body | None:
    """Return the body with this name or short name, as papers spell it, or None."""
    known = current_profile().body_called(name)
    if known is not None:
        return Body.objects.filter(key=known.key).first()
    return Body.objects.filter(name__iexact=name.strip()).first()


class Succession:
    """Which body came after which: all of them read at once, for a page or a check. One query."""

    def __init__(self) -> None:
        self.bodies = Body.objects.in_bulk()

    def after(self, body: Body) -> list[Body]:
        """Return the bodies that came after `body`, the next first. A ring is walked once."""
        return list(self._after(body))

    def before(self, body: Body) -> list[Body]:
        """Return the bodies that `body` took over from, in any number of steps, nearest first."""
        found: dict[int, Body] = {}
        wanted = [body.pk]
        while wanted:
            nearest = [
                other
                for other in self.bodies.values()
                if other.successor_id in wanted and other.pk not in found and other.pk != body.pk
            ]
            found |= {other.pk: other for other in nearest}
            wanted = [other.pk for other in nearest]
        return list(found.values())

    def heir(self, body: Body) -> Body:
        """Return the body that does today what `body` did: itself where nobody came after."""
        following = self.after(body)
        return following[-1] if following else body

    def _after(self, body: Body) -> Iterator[Body]:
        seen, here = {body.pk}, self.bodies.get(body.pk, body)
        while here.successor_id is not None and here.successor_id not in seen:
            here = self.bodies[here.successor_id]
            seen.add(here.pk)
            yield here
