from django.db import transaction

from vagvisare.organization.models import Body, Department
from vagvisare.organization.profile import Profile


@transaction.atomic
def sync_profile(*, profile: Profile) -> None:
    """Bring bodies and departments into line with the municipality's data files.

    What the files no longer name stays: old decisions still point to it. Safe to run again.
    """
    bodies = {}
    for row in profile.bodies.values():
        bodies[row.key], _ = Body.objects.update_or_create(
            key=row.key,
            defaults={"name": row.name, "short": row.short, "kind": row.kind, "rank": row.rank},
        )
    for department in profile.departments.values():
        Department.objects.update_or_create(
            key=department.key,
            defaults={"name": department.name, "body": bodies[department.body]},
        )
