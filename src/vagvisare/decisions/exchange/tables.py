"""Every list there is, by its key."""

from vagvisare.decisions.exchange import assignments, bodies, decisions
from vagvisare.register.exchange import departments, documents, relations
from vagvisare.register.exchange.table import Table

TABLES: dict[str, Table] = {
    table.key: table
    for table in (
        documents.TABLE,
        relations.TABLE,
        decisions.TABLE,
        assignments.TABLE,
        bodies.TABLE,
        departments.TABLE,
    )
}
