import pytest

from tests.factories.organization import person
from vagvisare.access.checks import NotAllowed, can, check
from vagvisare.access.permissions import Permission
from vagvisare.access.roles import PERMISSIONS_OF, Role


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_django_and_the_table_agree(municipality, role, permission):
    somebody = person(role)
    expected = permission in PERMISSIONS_OF[role]

    assert can(somebody, permission) == expected
    assert somebody.has_perm(permission.value) == expected


def test_nobody_without_a_role_may_anything(municipality):
    somebody = person(Role.REGISTRAR)
    somebody.role_grants.all().delete()

    assert not any(can(somebody, permission) for permission in Permission)


def test_who_has_left_may_nothing(municipality):
    somebody = person(Role.ADMINISTRATOR, is_active=False)

    with pytest.raises(NotAllowed):
        check(somebody, Permission.REGISTER_READ)


def test_every_permission_is_given_to_somebody():
    assert frozenset().union(*PERMISSIONS_OF.values()) == set(Permission)
