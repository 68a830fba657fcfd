"""What the reading of many documents refuses, by name."""

from pathlib import Path


class BulkRefused(ValueError):
    """A job that is not begun or cannot go on, with a sentence that says why."""


class InputNotRead(BulkRefused):
    """Something that was named as a source of documents and cannot be opened as one."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")


class AnotherJob(BulkRefused):
    """The output belongs to a job with other inputs or settings."""

    def __init__(self, output: Path, what: str) -> None:
        super().__init__(
            f"{output} was begun by a job with another {what}. Name another output, or delete {output}"
            " and begin again."
        )


class AlreadyRunning(BulkRefused):
    """Another process is writing this output now."""

    def __init__(self, output: Path) -> None:
        super().__init__(f"Another process is writing {output}. Wait until it ends, or stop it.")


class NotInstalled(BulkRefused):
    """A library of the extra `national` is asked for and absent."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} needs the extra `national`: install handback[national].")
