from vagvisare.decisions.models.assignment import Assignment
from vagvisare.decisions.models.decision import Decision
from vagvisare.decisions.models.matter import Matter
from vagvisare.decisions.models.meeting import Meeting

__all__ = ["Assignment", "Decision", "Matter", "Meeting"]
