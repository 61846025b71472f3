from django.conf import settings
from django.db import models

from vagvisare.access.roles import Role


class RoleGrant(models.Model):
    """A person holds a role."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="role_grants"
    )
    role = models.CharField(max_length=30, choices=Role)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "role"], name="access_role_granted_once"),
            models.CheckConstraint(
                name="access_role_is_known", condition=models.Q(role__in=Role.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"
