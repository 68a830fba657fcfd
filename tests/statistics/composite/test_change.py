"""Change between two years: parts that add up, each told from the others; goalposts that stay."""

import numpy as np
import pytest

from handback.statistics.composite import CannotBeComposed, Cause, change, change_of, compose, declare, fixed
from tests.statistics.composite.harrowmere import COUNCILS, FIRST, SECOND, index, levels, plain

HEAVY = {"Services": 3, "Running": 1}


def heavier(values=FIRST, **changed):
    said = levels()
    said[1]["weights"] = HEAVY
    return index(values, levels=said, **changed)


def grown():
    """A second year with a council and an indicator more, other weights and another scale."""
    said = plain(normalisation={"method": "min-max", "range": [1, 100]})
    said["indicators"]["repairs"] = {"direction": "higher"}
    said["levels"][0]["groups"]["Services"].append("repairs")
    said["levels"][1]["weights"] = HEAVY
    repairs = np.array([61.0, 70, 55, 78, 50, 66, 59, 73, 40])[:, np.newaxis]
    values = np.hstack([np.vstack([SECOND, [30.0, 60, 40, 11, 30, 18]]), repairs])
    return compose(values, declare(said), units=[*COUNCILS, "Ravensey"])


def test_parts_add_up_to_the_change():
    found = change(index(), grown())

    assert found.parts.sum(axis=0) == pytest.approx(found.second - found.first, abs=1e-9, nan_ok=True)


def test_the_years_scores_are_those_of_their_indices():
    found = change(index(), grown())

    assert found.first[:8] == pytest.approx(index().scores)
    assert found.second == pytest.approx(grown().scores)


def test_every_cause_plays_a_part_where_all_have_changed():
    assert (np.abs(change(index(), grown()).parts[:, 0]) > 0).all()


def test_a_council_that_has_come_has_no_change():
    assert np.isnan(change(index(), grown()).parts[:, -1]).all()


@pytest.mark.parametrize(
    ("second", "cause"),
    [
        (lambda: index(SECOND), Cause.DATA),
        (heavier, Cause.WEIGHTS),
        (lambda: index(normalisation="percentile rank"), Cause.METHOD),
        (lambda: index(FIRST[:-1]), Cause.SET),
    ],
)
def test_what_alone_has_changed_has_the_whole_change(second, cause):
    found = change(index(), second())

    both = ~np.isnan(found.second)
    assert found.part(cause)[both] == pytest.approx((found.second - found.first)[both], abs=1e-9)


def test_going_back_turns_every_part_round():
    there, back = change(index(), grown()), change(grown(), index())

    assert there.parts[:, :8] == pytest.approx(-back.parts[:, :8], abs=1e-9)


def test_the_parts_of_one_council_add_up_to_its_change():
    found = change_of(index(), grown(), "Harrowmere")

    assert found.parts.sum() == pytest.approx(float((found.second - found.first)[0]), abs=1e-9)


def test_what_the_others_did_is_told_from_what_a_council_did_itself():
    later = FIRST.copy()
    later[1:] = SECOND[1:]

    found = change_of(index(), index(later), "Harrowmere")

    assert (found.part(Cause.DATA)[0], abs(found.part(Cause.OTHERS)[0]) > 1) == (0, True)


def test_on_fixed_goalposts_the_others_do_nothing():
    later = fixed(index(), edition="2027")
    first, second = (compose(values, later, units=COUNCILS) for values in (FIRST, SECOND))

    assert change_of(first, second, "Harrowmere").part(Cause.OTHERS)[0] == pytest.approx(0, abs=1e-9)


def test_a_council_of_neither_year_has_no_change():
    with pytest.raises(CannotBeComposed, match="Nowhere: is in neither year"):
        change_of(index(), grown(), "Nowhere")


def test_indices_of_different_depth_are_not_compared():
    flat = [{"groups": {"Excellence": list(plain()["indicators"])}}]

    with pytest.raises(CannotBeComposed, match="levels: 2 in the first and 1 in the second"):
        change(index(), index(levels=flat))


def test_fixed_goalposts_give_the_scores_they_were_fixed_from():
    whole = index()

    again = compose(FIRST, fixed(whole, edition="2027"), units=COUNCILS)

    assert again.scores == pytest.approx(whole.scores, abs=1e-9)


def tailed(scale, *tried):
    values = FIRST.copy()
    values[4, 3] = 90.0
    said = plain(normalisation=scale, treatment={"tried": list(tried)})
    for name, target in zip(said["indicators"], (60, 95, 70, 3, 5, 8), strict=True):
        said["indicators"][name]["target"] = target
    return compose(values, declare(said), units=COUNCILS)


FIVE = {"method": "winsorise", "most": 5}


@pytest.mark.parametrize(
    ("scale", "tried"),
    [
        ("distance to best", FIVE),
        ({"method": "min-max", "range": [0, 1]}, FIVE),
        ("min-max", "log"),
        ("z-score", "log"),
        ("z-score", "log from one"),
        ({"method": "distance to target", "capped": True}, FIVE),
    ],
)
def test_goalposts_are_fixed_after_treatment_and_keep_its_scores(scale, tried):
    whole = tailed(scale, tried)

    again = compose(whole.given.values, fixed(whole, edition="2027"), units=COUNCILS)

    assert again.scores == pytest.approx(whole.scores, abs=1e-9)


def test_a_winsorised_z_score_has_no_goalposts_that_would_keep_it():
    with pytest.raises(CannotBeComposed, match=r"indicators\.arrears: was winsorised"):
        fixed(tailed("z-score", FIVE), edition="2027")


def test_a_score_on_fixed_goalposts_moves_only_when_its_own_council_does():
    later = FIRST.copy()
    later[1:] = SECOND[1:]

    again = compose(later, fixed(index(), edition="2027"), units=COUNCILS)

    assert again.scores[0] == pytest.approx(index().scores[0], abs=1e-9)


def test_what_lies_beyond_a_fixed_goalpost_is_capped_there():
    again = compose(FIRST + 100, fixed(index(), edition="2027"), units=COUNCILS)

    assert set(again.normalised.ravel()) == {10.0, 100.0}


def test_ranks_have_no_goalposts():
    with pytest.raises(CannotBeComposed, match=r"indicators\.recycling: rank has no goalposts"):
        fixed(index(normalisation="rank"), edition="2027")
