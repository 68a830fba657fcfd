"""What cannot be charted or asked is refused by name and place; nothing warns, and nothing is guessed."""

import numpy as np
import pytest

from handback.statistics.process_control import (
    Assurance,
    CannotBeCharted,
    NotUnderstood,
    Sufficiency,
    Variation,
    series_finding,
    xmr,
)
from handback.statistics.process_control.attributes import p, p_prime, u, u_prime
from handback.statistics.process_control.choosing import Kind, Measured, choose
from handback.statistics.process_control.funnel import Place, funnel
from handback.statistics.process_control.rare import g, t
from handback.statistics.process_control.rebasing import suggested_rebase
from handback.statistics.process_control.runs import run_charts

pytestmark = pytest.mark.filterwarnings("error")
DAYS = [31.0, 28, 33, 30, 29, 34, 31, 27, 32, 30, 33, 29, 30]


@pytest.mark.parametrize("chart", [xmr, t, g, run_charts])
@pytest.mark.parametrize(
    "values",
    [
        ["1", "2"],
        ["low", "high"],
        b"31",
        [1j],
        [[1.0, 2.0], [3.0]],
        {"days": 31},
        [10**400],
        np.array(["2026-11-22"], "M8[D]"),
        np.array([1.0, "x"], object),
        np.zeros((2, 2, 2)),
        [np.inf],
    ],
)
def test_what_holds_no_numbers_is_refused_by_name(chart, values):
    with pytest.raises(CannotBeCharted):
        chart(values)


def test_the_place_of_what_is_no_number_is_said():
    with pytest.raises(NotUnderstood, match=r"The values: \[1, 0\] 'n/a' is no number"):
        xmr(np.array([[1.0, 2.0], ["n/a", 3.0]], object))


def test_what_is_masked_is_a_gap():
    masked = np.ma.masked_array([1.0, 999.0, 3.0], [False, True, False])

    assert np.isnan(xmr(masked).values).tolist() == [[False, True, False]]


@pytest.mark.parametrize(
    ("what", "asked"),
    [
        ("target", {"target": 30}),
        ("targets", {"targets": np.inf}),
        ("targets", {"targets": "30"}),
        ("polarities", {"polarity": 2}),
        ("polarities", {"polarity": 0.5}),
        ("polarities", {"polarity": "lower"}),
        ("rebases", {"rebased": "no"}),
        ("rebases", {"rebased": np.nan}),
        ("ghosts", {"ghosts": 2}),
        ("fixed_after", {"fixed_after": 0}),
        ("fixed_after", {"fixed_after": 2.5}),
        ("profile", {"profile": "ptd-0.2.2"}),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(what, asked):
    with pytest.raises(NotUnderstood) as refused:
        xmr(DAYS, **asked)

    assert refused.value.what == what


@pytest.mark.parametrize("chart", [p, p_prime, u, u_prime])
@pytest.mark.parametrize(
    ("above", "below"), [([1, 2], [np.inf, 5]), ([np.inf, 1], [np.inf, 2]), ([-1], [2]), (["1"], ["2"])]
)
def test_what_nobody_can_have_counted_is_refused(chart, above, below):
    with pytest.raises(CannotBeCharted):
        chart(above, below)


def test_numbers_too_large_to_be_squared_are_charted_all_the_same():
    assert np.isfinite(g([1e200, 1e250] * 7).limits.upper).all()
    assert np.isfinite(u([1.0] * 5, [1e-299] * 5).limits.upper).all()


def test_points_none_of_which_are_neighbours_draw_no_limits_and_assure_nothing():
    found = series_finding(xmr([1.0, np.nan, 2.0, np.nan] * 13, targets=1.5), 0)

    said = (found.variation, found.assurance, found.sufficiency)
    assert said == (Variation.NOT_ENOUGH, Assurance.NOT_ENOUGH, Sufficiency.TOO_FEW)


@pytest.mark.parametrize("series", [-1, 1])
def test_a_series_that_is_not_there_is_refused(series):
    for finding in (series_finding, suggested_rebase):
        with pytest.raises(NotUnderstood, match=f"The series: there is no {series}; the chart has 1"):
            finding(xmr(DAYS), series)


def test_a_series_without_periods_has_no_last_point():
    with pytest.raises(NotUnderstood, match="The period: there is no 0; the chart has 0"):
        series_finding(xmr([]), 0)


def test_shares_near_all_that_move_by_chance_alone_have_a_p_chart():
    passed = np.random.default_rng(0).binomial(50, 0.98, 60)

    assert choose(Measured.PROPORTION, passed / 50, numerators=passed, denominators=[50] * 60).kind == Kind.P


def test_counts_of_nobody_are_no_counts_when_a_chart_is_chosen():
    assert choose(Measured.RATE, [np.nan], numerators=[0.0], denominators=[0.0]).kind == Kind.XMR


@pytest.mark.parametrize("part", [0.0, 1.0])
def test_where_councils_have_none_or_all_of_them_each_lies_within_the_funnel(part):
    found = funnel([5 * part] * 4, [5] * 4)

    assert set(found.places) == {Place.WITHIN}
    assert {*found.far[0], *found.far[1]} == {part}


@pytest.mark.parametrize(
    ("above", "below"), [(np.inf, 2), (1, np.inf), (1, -2), (1, 0), (1e300, 1e300), (1e300, 1e-300)]
)
@pytest.mark.parametrize("shares", [True, False])
def test_a_council_whose_counts_cannot_be_is_refused_by_its_place(above, below, shares):
    with pytest.raises(CannotBeCharted, match="Council 1: "):
        funnel([1, above], [3, below], shares=shares)
