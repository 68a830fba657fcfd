"""What cannot be declared or composed, said with its place."""


class CannotBeComposed(ValueError):
    """Numbers, or a declaration, of which no index can be made. `place` says where in them."""

    def __init__(self, place: str, fault: str) -> None:
        self.place, self.fault = place, fault
        super().__init__(f"{place}: {fault}")


class NotDeclared(CannotBeComposed):
    """A declaration that says something impossible, or leaves out what is needed."""


class NotANumber(CannotBeComposed):
    """A value that is infinite, or too large to be squared."""

    def __init__(self, unit: str, indicator: str, value: float) -> None:
        self.unit, self.indicator, self.value = unit, indicator, value
        super().__init__(f"{indicator} of {unit}", f"{value!r} cannot be composed. A gap is nan.")


class ShapesDiffer(CannotBeComposed):
    """Something given for every unit or indicator that does not fit them."""

    def __init__(self, what: str, found: tuple[int, ...], wanted: tuple[int, ...]) -> None:
        self.found, self.wanted = found, wanted
        super().__init__(what, f"has shape {found}, and {wanted} is needed.")


class NoMean(CannotBeComposed):
    """Scores of which the mean asked for does not exist."""


class NoWeights(CannotBeComposed):
    """Weights that were to be found in the data, and are not there."""


class TooManyCombinations(CannotBeComposed):
    """A design that cannot be gone through whole."""
