"""An index in plain words: its score, its place, what it depends on, and how it holds together."""

from collections.abc import Iterator
from math import floor

import numpy as np

from handback.records.measures.measured.indexed.declared import AVERAGING, WEIGHTS, Finer
from handback.records.measures.measured.indexed.told import IndexTold
from handback.statistics.composite import Cause
from handback.statistics.composite.ways import Mean, Scaling
from handback.web.shared.words import percent, plural, sentence, sentence_list

SURE = 0.95  #: of all ways are nearly every one
NEARLY = "in nearly every way it can be made"
APART, CARRIES, LITTLE = -0.3, 0.1, 0.6  # a correlation, a share of weight, and an alpha that are told
FEWEST_TO_CORRELATE, FEW = 4, 15
CAUSES = {
    Cause.DATA: "Its own figures",
    Cause.OTHERS: "The figures of the other councils",
    Cause.WEIGHTS: "What each indicator weighs",
    Cause.METHOD: "How figures are treated, scaled and averaged",
    Cause.SET: "Which indicators and councils are in it",
}
CHOICES = {WEIGHTS: "what each indicator weighs", AVERAGING: "which averaging is used"}
MEANS = {
    Mean.ARITHMETIC: "the ordinary average: a high score makes up for a low one",
    Mean.GEOMETRIC: "the geometric average: a low score weighs more, and a high one makes up less for it",
    Mean.HARMONIC: "the harmonic average: a low score weighs much more",
    Mean.GENERALISED: "an average of the power that is declared",
    Mean.COPELAND: "counting in how many comparisons each does better",
}
FINER = {
    Finer.LAST: "Of finer values the last in the period counts.",
    Finer.MEAN: "Finer values are averaged over the period, from what was counted where that is known.",
    None: "",
}


def points(value: float) -> str:
    """A score, or a difference of scores, to a tenth."""
    written = f"{abs(value):,.1f}"
    return f"−{written}" if value < 0 and written.strip("0.,") else written


def signed(value: float) -> str:
    """A difference with its sign: +1.8, −0.2, 0.0."""
    written = points(value)
    return f"+{written}" if value > 0 and written.strip("0.,") else written


def place(rank: float) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    whole = round(rank)
    ending = "th" if whole % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(whole % 10, "th")
    return f"{whole}{ending}"


def score(found: IndexTold) -> str:
    """The score with its interval, and never one without the other."""
    low, high = (points(float(ends[found.own])) for ends in (found.low, found.high))
    who = f"{found.laid.names[found.own]} scores" if found.is_of_councils else "The score is"
    otherwise = f"mostly be between {low} and {high}" if low != high else f"be {low} too"
    return (
        f"{who} {points(found.score)} in {found.laid.label}. "
        f"Made in other sensible ways, the score would {otherwise}."
    )


def standing(found: IndexTold) -> str:
    """The place among councils with its interval, or the score beside that of the period before."""
    if not found.is_of_councils:
        return _beside_before(found)
    low, high = found.best[found.own], found.worst[found.own]
    if found.compared < 2:
        return "No other council has a score to compare with."
    among = f"of {found.compared} councils"
    if low == high:
        return f"That is {place(low)} {among}, {NEARLY}."
    return f"That is between {place(low)} and {place(high)} {among}."


def _beside_before(found: IndexTold) -> str:
    if not found.others:
        return "There is no earlier period to compare with."
    before = found.others[-1]
    rose = found.score > before.score
    if not points(found.score - before.score).strip("0.−"):
        return f"It is what it was in {before.name}, to a tenth of a point."
    way, share = ("higher", before.above) if rose else ("lower", before.below)
    how = NEARLY if share >= SURE else f"in {_ways(share)} of the ways it can be made"
    return f"It is {way} than in {before.name}, {how}."


def _ways(share: float) -> str:
    """A share of all ways: what is short of nearly every way is not written as if it were."""
    said = percent(share)
    return f"just under {said}" if share < SURE and said == percent(SURE) else said


def what_intervals_are(found: IndexTold) -> str:
    """What an interval tells, and what it does not."""
    count = found.made.run
    choices = sentence_list([choice(name) for name in found.made.choices])
    fewer = found.made.run < found.made.asked
    said = (
        f"An index rests on choices: {choices}. It was made {count:,} times with these made otherwise; "
        "nine of ten results lie in the interval. Chance in the figures themselves is not in it: "
        "for that, see the chart of each indicator."
    )
    asked = f" {found.made.asked:,} were asked for, which would have taken too long." if fewer else ""
    return said + asked


def scale(found: IndexTold) -> str:
    """What the ends of the scale mean, where they are the same for every indicator."""
    one = found.made.scale
    if one is None:
        return ""
    low, high = points(one.low).removesuffix(".0"), points(one.high).removesuffix(".0")
    if one.method == Scaling.GOALPOSTS:
        return (
            f"{low} means that every indicator is at its worse goalpost, {high} that every one is at its "
            "better. The goalposts are fixed, so the score moves only when the figures do."
        )
    if one.method == Scaling.MIN_MAX:
        return f"{low} means the worst of these councils in everything, {high} the best in everything."
    return ""


def drawn(found: IndexTold) -> str:
    """What the chart of scores shows, for those who do not see it."""
    known = [unit for unit, score in enumerate(found.scores) if not np.isnan(score)]
    best = max(known, key=lambda unit: found.scores[unit])
    worst = min(known, key=lambda unit: found.scores[unit])
    lead = (
        "The diamond is this council's score" if found.is_of_councils else "The diamond is the latest score"
    )
    said = [f"{lead}, the rings are the others; a line shows how far a score moves when it is made otherwise"]
    if len(known) > 1:
        ends = [f"{found.laid.names[unit]} ({points(float(found.scores[unit]))})" for unit in (best, worst)]
        said.append(f"The highest score is that of {ends[0]}, the lowest that of {ends[1]}")
    return " ".join(sentence(each) for each in said)


def neighbours(found: IndexTold) -> tuple[tuple[str, str], ...]:
    """Which councils score surely less, surely more, and of which nobody can say."""
    if not found.is_of_councils:
        return ()
    above = [one.name for one in found.others if one.above >= SURE]
    below = [one.name for one in found.others if one.below >= SURE]
    close = [
        f"{one.name} (this council is above it in {_ways(one.above)} of the ways)"
        for one in found.others
        if max(one.above, one.below) < SURE
    ]
    said = (
        ("Above these in nearly every way", above),
        ("Below these in nearly every way", below),
        ("Too close to say", close),
    )
    return tuple((what, sentence(sentence_list(names))) for what, names in said if names)


def cause(one: Cause, *, of_councils: bool) -> str:
    """What can move a score, in words."""
    return "Which indicators are in it" if one == Cause.SET and not of_councils else CAUSES[one]


def choice(name: str) -> str:
    """A choice, in the words of those that are made by default, or in its own."""
    return CHOICES.get(name, f"“{name}”")


def matters(found: IndexTold) -> tuple[str, ...]:
    """Which choices matter to the score, the one that matters most first."""
    if not found.matters:
        too_long = "What matters most was not worked out: it would have taken too long."
        return ("No choice moves the score." if found.made.weighed else too_long,)
    first, *rest = found.matters
    shares = [one.total for one in found.matters]
    if max(shares) < 0.005:
        return ("No choice moves the score.",)
    lead = sentence(
        f"{choice(first.name)} matters most: it explains {_share(first.total)} of how far the score moves"
    )
    return (lead, *(sentence(f"{choice(one.name)} explains {_share(one.total)}") for one in rest))


def _share(total: float) -> str:
    return percent(min(max(total, 0.0), 1.0))


def left_out(found: IndexTold, names: dict[str, str]) -> tuple[str, ...]:
    """What leaving out one indicator would change: the place, or whether the last period was better."""
    told = _without_places(found, names) if found.is_of_councils else _without_turns(found, names)
    said = tuple(told)
    what = "its place" if found.is_of_councils else "whether it went up or down"
    return said or (f"Leaving out any one indicator does not change {what}.",)


def _without_places(found: IndexTold, names: dict[str, str]) -> Iterator[str]:
    now = found.ranks[found.own]
    for number, member in enumerate(found.made.indicators):
        then = found.without_ranks[number, found.own]
        if not np.isnan(then) and then != now:
            yield f"Without “{names[member]}” it would be {place(then)} instead of {place(now)}."


def _without_turns(found: IndexTold, names: dict[str, str]) -> Iterator[str]:
    if not found.others:
        return
    before = found.others[-1]
    rose = found.score > before.score
    for number, member in enumerate(found.made.indicators):
        scores = found.without_scores[number]
        if np.isnan(scores[[found.own, before.place]]).any():
            continue
        if (scores[found.own] > scores[before.place]) != rose:
            way = "not have risen" if rose else "have risen"
            yield f"Without “{names[member]}” it would {way} since {before.name}."


def coherence(found: IndexTold, names: dict[str, str]) -> tuple[str, ...]:
    """How the indicators hold together, where something stands out."""
    if found.compared < FEWEST_TO_CORRELATE:
        return ("There are too few scores to say whether its indicators belong together.",)
    said = [*_carried(found, names), *_pulling_apart(found, names), *_hardly_together(found)]
    if not said:
        said = ["Nothing stands out: the indicators move together, and each carries about what it weighs."]
    if found.compared < FEW:
        said.append(f"With {plural(found.compared, 'score')} this is a hint and no more.")
    return tuple(said)


def _carried(found: IndexTold, names: dict[str, str]) -> Iterator[str]:
    held = found.held
    for member, weighs, carries in zip(found.made.indicators, held.weighs, held.carries, strict=True):
        if abs(carries - weighs) > CARRIES or (weighs > 0.02 and carries < weighs / 2):
            less = "less" if carries < weighs else "more"
            yield (
                f"“{names[member]}” weighs {percent(float(weighs))} but carries {percent(float(carries))}: "
                f"the score moves with it {less} than its weight says."
            )


def _pulling_apart(found: IndexTold, names: dict[str, str]) -> Iterator[str]:
    codes = found.made.indicators
    for number, one in enumerate(codes):
        for other in range(number + 1, len(codes)):
            if found.held.between[number, other] < APART:
                yield (
                    f"“{names[one]}” and “{names[codes[other]]}” pull apart: where one is better, the "
                    "other is worse, and the index hides both."
                )


def _hardly_together(found: IndexTold) -> Iterator[str]:
    for one in found.held.alphas:
        if one.value is not None and one.value < LITTLE:
            yield (
                f"What is in “{one.group}” has little to do with each other (Cronbach's alpha "
                f"{_rounded_down(one.value)}; {LITTLE} and more would be usual)."
            )


def _rounded_down(alpha: float) -> str:
    """To a hundredth: what is below a bound must not be written as the bound."""
    written = f"{abs(floor(alpha * 100)) / 100:.2f}"
    return f"−{written}" if alpha < 0 else written


def moved(found: IndexTold) -> str:
    """How far the score moved since the period before, in one sentence."""
    if found.moved is None:
        return "There is no score of the period before, so no change can be told."
    by = found.moved.second - found.moved.first
    if not points(by).strip("0.−"):
        return f"The score is what it was in {found.moved.before}: {points(found.moved.second)}."
    way = "rose" if by > 0 else "fell"
    return (
        f"Since {found.moved.before} the score {way} by {points(abs(by))}, "
        f"from {points(found.moved.first)} to {points(found.moved.second)}."
    )
