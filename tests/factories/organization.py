"""Ordinary bodies and people."""

from itertools import count

from vagvisare.access.actions.grant_role import grant_role
from vagvisare.access.roles import Role
from vagvisare.organization.models import Body, Department, Person

_numbers = count(1)


def person(role: Role = Role.REGISTRAR, **fields) -> Person:
    """A person in a role, with the password "en lång lösenfras"."""
    number = next(_numbers)
    fields = {"email": f"person{number}@example.se", "name": f"Person {number}"} | fields
    made = Person.objects.create_user(password="en lång lösenfras", **fields)
    grant_role(person=made, role=role)
    return made


def body(key: str = "kommunfullmaktige") -> Body:
    """A body of the demo municipality (which the test has brought in)."""
    return Body.objects.get(key=key)


def department(key: str = "utvecklingsforvaltningen") -> Department:
    """A department of the demo municipality."""
    return Department.objects.get(key=key)
