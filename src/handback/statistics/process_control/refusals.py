"""What cannot be charted, said with its place."""


class CannotBeCharted(ValueError):
    """Numbers of which no chart can be drawn."""


class NotANumber(CannotBeCharted):
    """A value that is infinite, or so large that its differences would be."""

    def __init__(self, series: int, period: int, value: float) -> None:
        self.series, self.period, self.value = series, period, value
        super().__init__(f"Series {series}, period {period}: {value!r} cannot be charted. A gap is nan.")


class NotUnderstood(CannotBeCharted):
    """Something given, or asked, that cannot be what it is to be: `what`, and what is wrong with it."""

    def __init__(self, what: str, fault: str) -> None:
        self.what, self.fault = what, fault
        super().__init__(f"The {what}: {fault}")


class ShapesDiffer(CannotBeCharted):
    """Something given for every point, or every series, that does not fit the values."""

    def __init__(self, what: str, found: tuple[int, ...], wanted: tuple[int, ...] | str) -> None:
        self.what, self.found, self.wanted = what, found, wanted
        super().__init__(f"The {what} have shape {found}, the values {wanted}.")


class NotACount(CannotBeCharted):
    """A numerator or denominator that counts nothing that could be."""

    def __init__(
        self, series: int, period: int, numerator: float, denominator: float, *, place: str | None = None
    ) -> None:
        self.series, self.period = series, period
        self.numerator, self.denominator = numerator, denominator
        where = place or f"Series {series}, period {period}"
        super().__init__(f"{where}: {numerator:g} of {denominator:g} cannot have been counted.")


class NotATime(CannotBeCharted):
    """A time, or a number of cases, that lies between no two events."""

    def __init__(self, series: int, period: int, value: float) -> None:
        self.series, self.period, self.value = series, period, value
        super().__init__(f"Series {series}, period {period}: {value:g} lies between no two events.")
