from vagvisare.organization.models.body import Body
from vagvisare.organization.models.department import Department
from vagvisare.organization.models.person import Person

__all__ = ["Body", "Department", "Person"]
