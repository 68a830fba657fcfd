"""Tables of values over time: a council's own figures, and national series, as they are pasted or sent.

`tables` and `pasted` find them, `suggest` proposes what each column means, a person confirms or changes it,
and `signature` is the key by which that is remembered for the next table like it. `stated_rows` gives each
value with its place. Nothing here knows what is recorded.
"""

from handback.reading.series.roles import Role, suggest
from handback.reading.series.rows import NoSuchColumns, Stated, stated_rows
from handback.reading.series.stated import NotANumber, NotAPeriod, stated_number, stated_period
from handback.reading.series.tables import pasted, tables
from handback.reading.trackers.roles import signature
from handback.reading.trackers.tables import Table

__all__ = [
    "NoSuchColumns",
    "NotANumber",
    "NotAPeriod",
    "Role",
    "Stated",
    "Table",
    "pasted",
    "signature",
    "stated_number",
    "stated_period",
    "stated_rows",
    "suggest",
    "tables",
]
