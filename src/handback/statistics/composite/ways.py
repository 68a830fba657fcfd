"""The ways an index can be made: the words of a declaration, read and held as types."""

from dataclasses import dataclass
from enum import StrEnum

from handback.statistics.composite.plain import Part


class Imputation(StrEnum):
    """What stands in for a value that is missing."""

    NONE = "none"
    MEAN = "mean"
    MEDIAN = "median"
    GROUP_MEAN = "group mean"


class Counted(StrEnum):
    """Whether a unit's availability counts what was given, or also what was imputed."""

    GIVEN = "given"
    IMPUTED = "imputed"


class Treating(StrEnum):
    """How outlying values are drawn in."""

    WINSORISE = "winsorise"
    LOG = "log"  # log(x - min + 1 % of the range)
    LOG_FROM_ONE = "log from one"  # log(x - min + 1)
    LOG_EITHER_WAY = "log either way"  # as LOG, mirrored where the long tail is the lower
    LOG_OF_RANGE = "log of range"  # log((max - 1) (x - min) / (max - min) + 1)
    BOX_COX = "box-cox"  # of x - min + 1
    FIXED_LOG = "fixed log"  # log(x - origin), of nothing below the lowest


class Scaling(StrEnum):
    """How indicators in many units are brought to one."""

    NONE = "none"
    MIN_MAX = "min-max"
    Z = "z-score"
    RANK = "rank"
    PERCENTILE = "percentile rank"
    BORDA = "borda"
    TARGET = "distance to target"
    BEST = "distance to best"
    REFERENCE = "distance to reference"
    GOALPOSTS = "goalposts"
    FRACTION = "fraction of best"


class Weighing(StrEnum):
    """Where weights come from."""

    EQUAL = "equal"
    GIVEN = "given"
    PCA = "pca"
    OPTIMISED = "optimised"


class Mean(StrEnum):
    """How the members of a group become one score."""

    ARITHMETIC = "arithmetic"
    GEOMETRIC = "geometric"
    HARMONIC = "harmonic"
    GENERALISED = "generalised"
    COPELAND = "copeland"


@dataclass(frozen=True, slots=True)
class Missing:
    """What is done about missing values, and the least share of them that a unit must have."""

    imputation: Imputation = Imputation.NONE
    least: float = 0.0
    counted: Counted = Counted.GIVEN


@dataclass(frozen=True, slots=True)
class Step:
    """One way of treating: at most `most` points are winsorised, None for any number."""

    method: Treating
    most: int | None = None
    power: float = 0.0
    origin: float = 0.0
    lowest: float = 0.0


@dataclass(frozen=True, slots=True)
class Treatment:
    """Steps tried one after another, each upon the untreated values, until one passes.

    Values pass where |skewness| is under one bound or kurtosis under the other. With `always` the first
    step is taken whatever they are.
    """

    tried: tuple[Step, ...] = ()
    skewness: float = 2.0
    kurtosis: float = 3.5
    always: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """A normalisation. `low` and `high` are the ends of what comes out, or the mean and spread of z."""

    method: Scaling = Scaling.MIN_MAX
    low: float = 0.0
    high: float = 100.0
    capped: bool = False
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Combining:
    """A mean, and the power of a generalised one."""

    method: Mean = Mean.ARITHMETIC
    power: float = 1.0


def missing(part: Part) -> Missing:
    """`{"imputation": "group mean", "least": 0.9, "counted": "given"}`."""
    said = part.fields("imputation", "least", "counted")
    return Missing(
        said["imputation"].choice(Imputation) if "imputation" in said else Imputation.NONE,
        said["least"].number(least=0, most=1) if "least" in said else 0.0,
        said["counted"].choice(Counted) if "counted" in said else Counted.GIVEN,
    )


def treatment(part: Part) -> Treatment:
    """`"none"`, or `{"tried": [{"method": "winsorise", "most": 5}, "log"], "skewness": 2}`."""
    if part.value == "none":
        return Treatment()
    said = part.fields("tried", "skewness", "kurtosis", "always", needed=["tried"])
    return Treatment(
        tuple(_step(row) for row in said["tried"].rows()),
        said["skewness"].number(least=0) if "skewness" in said else 2.0,
        said["kurtosis"].number() if "kurtosis" in said else 3.5,
        said["always"].truth() if "always" in said else False,
    )


def _step(part: Part) -> Step:
    if isinstance(part.value, str):
        part = Part({"method": part.value}, part.place)
    method = part.fields(*_STEP, needed=["method"])["method"].choice(Treating)
    own = {
        Treating.WINSORISE: ("most",),
        Treating.BOX_COX: ("power",),
        Treating.FIXED_LOG: ("origin", "lowest"),
    }.get(method, ())
    said = part.fields("method", *own, needed=[name for name in own if name != "most"])
    step = Step(
        method,
        said["most"].whole(least=0) if "most" in said and said["most"].value is not None else None,
        *(said[name].number() if name in said else 0.0 for name in ("power", "origin", "lowest")),
    )
    if method == Treating.FIXED_LOG and step.lowest <= step.origin:
        raise said["lowest"].refuse(f"{step.lowest:g} is not over the origin, {step.origin:g}.")
    return step


_STEP = ("method", "most", "power", "origin", "lowest")
_RANGED = (Scaling.MIN_MAX, Scaling.GOALPOSTS)


def scale(part: Part) -> Scale:
    """`"rank"`, or `{"method": "min-max", "range": [0, 100]}`, and so on."""
    if isinstance(part.value, str):
        part = Part({"method": part.value}, part.place)
    known = ("method", "range", "mean", "spread", "capped", "reference")
    method = part.fields(*known, needed=["method"])["method"].choice(Scaling)
    own = {
        Scaling.MIN_MAX: ("range",),
        Scaling.GOALPOSTS: ("range", "capped"),
        Scaling.Z: ("mean", "spread"),
        Scaling.TARGET: ("capped",),
        Scaling.REFERENCE: ("capped", "reference"),
    }.get(method, ())
    said = part.fields("method", *own, needed=["reference"] if method == Scaling.REFERENCE else [])
    low, high = said["range"].pair() if "range" in said else (0.0, 100.0 if method in _RANGED else 1.0)
    if method == Scaling.Z:
        low = said["mean"].number() if "mean" in said else 0.0
        high = said["spread"].number() if "spread" in said else 1.0
        if high <= 0:
            raise said["spread"].refuse(f"{high:g} is not over 0.")
    capped = said["capped"].truth() if "capped" in said else method == Scaling.GOALPOSTS
    return Scale(method, low, high, capped, said["reference"].text() if "reference" in said else None)


def combining(part: Part) -> Combining:
    """`"geometric"`, or `{"method": "generalised", "power": 0.5}`."""
    if isinstance(part.value, str):
        part = Part({"method": part.value}, part.place)
    method = part.fields("method", "power", needed=["method"])["method"].choice(Mean)
    if method != Mean.GENERALISED:
        part.fields("method")
        return Combining(method)
    power = part.fields("method", "power", needed=["power"])["power"]
    if power.number() == 0:
        raise power.refuse("the generalised mean of power 0 is the geometric; ask for that.")
    return Combining(method, power.number())
