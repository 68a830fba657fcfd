"""Documents in, claims out: the machine proposes, and a person records.

`read(data)` gives a `Document`, whose text and passages say where every word stands;
`claims.find(document)` gives the claims in it, each with its exact words and their place.
Nothing here writes to the record, reads the clock or touches a file, save `bulk`, which opens
the files it is given.
"""

from handback.reading.document import Document, Kind, Passage, State, Unread
from handback.reading.formats import MOST_BYTES, read
from handback.reading.output import as_json
from handback.reading.refusals import NotReadable, TooLarge

__all__ = [
    "MOST_BYTES",
    "Document",
    "Kind",
    "NotReadable",
    "Passage",
    "State",
    "TooLarge",
    "Unread",
    "as_json",
    "read",
]
