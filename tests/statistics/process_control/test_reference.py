"""What is found is what NHSRplotthedots 0.2.2 finds, point by point, except where it is wrong."""

from functools import cache

import numpy as np
import pytest

from handback.statistics.process_control import Assurance, Signal, Variation
from handback.statistics.process_control.verdicts import FULL_POINTS, told_by
from tests.statistics.process_control import reference

pytestmark = pytest.mark.skipif(not reference.FOLDER.is_dir(), reason="the peer's outputs are not at hand")

LABELS = {
    0: "Common Cause",
    Signal.ABOVE_LIMIT: "Above UCL",
    Signal.BELOW_LIMIT: "Below LCL",
    Signal.RISING: "7 Point Trend (Increasing)",
    Signal.FALLING: "7 Point Trend (Decreasing)",
    Signal.NEAR_UPPER: "2 in 3 Above CL",
    Signal.NEAR_LOWER: "2 in 3 Below CL",
    Signal.ABOVE_MEAN: "7 Points Above CL",
    Signal.BELOW_MEAN: "7 Points Below CL",
}
KINDS = {
    "common_cause": Variation.COMMON,
    "special_cause_improvement": Variation.IMPROVING,
    "special_cause_concern": Variation.WORSENING,
    "special_cause_neutral_high": Variation.NEUTRAL_HIGH,
    "special_cause_neutral_low": Variation.NEUTRAL_LOW,
}
ASSURED = {
    "consistent_pass": Assurance.PASSES,
    "consistent_fail": Assurance.FAILS,
    "inconsistent": Assurance.HIT_AND_MISS,
    "": Assurance.NO_TARGET,
}


@cache
def charted():
    return [(one, one.chart()) for one in reference.series()]


def test_every_one_of_the_58272_points_has_the_peers_label():
    labels = [
        (row["special_cause_type"], LABELS[int(told)])
        for series, chart in charted()
        for row, told in zip(series.rows, told_by(chart.signals, values=chart.values)[0], strict=True)
    ]

    assert (len(labels), [pair for pair in labels if pair[0] != pair[1]]) == (58_272, [])


def test_every_point_is_improvement_concern_or_chance_as_the_peer_says():
    differ = [
        (series.case.name, series.name, row["x"])
        for series, chart in charted()
        for row, said in zip(series.rows, chart.variation[0], strict=True)
        if KINDS[row["point_type"]] != said
    ]

    assert differ == []


@pytest.mark.parametrize(("column", "limit"), [("mean_col", "centre"), ("lpl", "lower"), ("upl", "upper")])
def test_limits_are_the_peers_to_twelve_figures(column, limit):
    worst = max(
        np.max(np.abs(getattr(chart.limits, limit)[0] / series.column(column) - 1))
        for series, chart in charted()
    )

    assert worst < 1e-12


def test_whether_a_target_will_be_met_is_as_the_peer_says_where_there_are_points_enough():
    summaries = reference.summaries()
    pairs = [
        (ASSURED[summaries[series.case.name, series.name]["assurance_type"]], chart.assurance[0])
        for series, chart in charted()
        if chart.points[0] >= FULL_POINTS
    ]

    assert len(pairs) > 1_000
    assert [pair for pair in pairs if pair[0] != pair[1]] == []


def test_where_points_are_few_the_peer_assures_and_nothing_is_assured_here():
    few = [chart for series, chart in charted() if chart.points[0] < FULL_POINTS and series.case.target > 0]

    assert few
    assert {int(chart.assurance[0]) for chart in few} == {Assurance.NOT_ENOUGH}
