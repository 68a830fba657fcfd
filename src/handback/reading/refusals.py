"""What the reading room refuses, by name."""


class NotReadable(ValueError):
    """Something that was offered as a document and cannot be taken as one."""


class TooLarge(NotReadable):
    """More bytes than the reading room takes at once."""

    def __init__(self, *, size: int, limit: int, name: str = "") -> None:
        self.size, self.limit, self.name = size, limit, name
        what = name or "This document"
        super().__init__(
            f"{what} is {size / 1_000_000:.1f} MB, and documents of up to {limit // 1_000_000} MB"
            f" are read. "
            "Split it, or keep it unread."
        )
