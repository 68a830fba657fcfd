"""Record files: a council's record of powers, or a register of interventions, as one JSON document.

`docs/reference/record-file.md` is the manual of the format. Nothing here touches the database: bytes come
in, frozen values or a list of problems come out.
"""

from handback.records.powers.recordfile.reading import read, read_record, read_register
from handback.records.powers.recordfile.refusals import Problem, RecordFileError
from handback.records.powers.recordfile.register_values import RegisterFile
from handback.records.powers.recordfile.values import RecordFile

__all__ = ["Problem", "RecordFile", "RecordFileError", "RegisterFile", "read", "read_record", "read_register"]
