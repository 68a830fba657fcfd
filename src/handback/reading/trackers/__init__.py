"""Action trackers: spreadsheets and files of values in which councils follow what they promised.

Every council names its columns as it likes. `tables` finds them, `suggest` proposes what each means,
a person confirms or changes it, and `signature` is the key by which that is remembered for the next
month's file. `read_rows` then reads the rows as commitments.
"""

from handback.reading.trackers.roles import Role, signature, suggest
from handback.reading.trackers.rows import NoActionColumn, Rows, Unreadable, claims, read_rows
from handback.reading.trackers.tables import Table, tables

__all__ = [
    "NoActionColumn",
    "Role",
    "Rows",
    "Table",
    "Unreadable",
    "claims",
    "read_rows",
    "signature",
    "suggest",
    "tables",
]
