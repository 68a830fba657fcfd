"""Many documents: each is read by itself, and one that fails does not stop the others.

`read_files` reads a few, one after another. `Job` reads any number, from folders, tar archives, JSON lines
or Parquet, on one process, many, or a Dask cluster, to JSON lines or Parquet:

1. Each document is in the output once and only once, whatever is killed on the way.
2. What was done is kept, and asking again goes on from there.
3. Memory does not grow with the number of documents.
4. A document that fails, hangs or kills its reader is a row with its error.
"""

from handback.reading.bulk.engines import ENGINES, Engine
from handback.reading.bulk.files import Outcome, read_file, read_files
from handback.reading.bulk.job import Job, Progress
from handback.reading.bulk.refusals import (
    AlreadyRunning,
    AnotherJob,
    BulkRefused,
    InputNotRead,
    NotInstalled,
)

__all__ = [
    "ENGINES",
    "AlreadyRunning",
    "AnotherJob",
    "BulkRefused",
    "Engine",
    "InputNotRead",
    "Job",
    "NotInstalled",
    "Outcome",
    "Progress",
    "read_file",
    "read_files",
]
