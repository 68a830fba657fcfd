"""Step by step against COINr 1.1.14 on the 51 countries and 49 indicators of ASEM, within 1e-9."""

import numpy as np
import pytest

from handback.statistics.composite import (
    across,
    coherence,
    copeland,
    cronbach,
    describe,
    leave_one_out,
    nominal_weights,
    outranking,
    principal_components,
    ranks,
    ranks_within,
)
from tests.statistics.composite.reference import (
    FOLDER,
    asem,
    indicators,
    numbers,
    plain,
    rows,
    structure,
    units,
)

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the peer's outputs are beside the project")
FROM_ONE = {"method": "min-max", "range": [1, 100]}


def close(values):
    return pytest.approx(values, abs=1e-9, rel=0, nan_ok=True)


def groups(index):
    return [group.name for level in index.declaration.levels for group in level.groups]


@pytest.mark.parametrize("step", ["Denominated", "Imputed", "Treated", "Normalised"])
def test_every_step_of_every_indicator_is_the_peers(step):
    assert getattr(asem(), step.lower()) == close(numbers(f"asem_dset_{step}.csv", indicators()))


def test_every_score_of_every_level_is_the_peers():
    index = asem()

    assert np.concatenate(index.levels, axis=1) == close(numbers("asem_dset_Aggregated.csv", groups(index)))


def test_every_rank_is_the_peers():
    assert (asem().ranks == numbers("asem_results_ranks.csv", ["Index"])[:, 0]).all()


def test_every_rank_of_every_group_and_indicator_is_the_peers():
    index = asem()
    found = ranks(np.concatenate([index.normalised, *index.levels], axis=1).T, tie=0.0).T
    wanted = numbers("asem_results_ranks.csv", [*indicators(), *groups(index)])

    assert (found == wanted).all()


def test_what_rounding_alone_sets_apart_shares_a_rank_unlike_the_peers():
    index = asem()
    column, pair = index.scores_of("TolMin"), [index.units.index(unit) for unit in ("BGR", "GRC")]

    assert index.given.values[pair, index.declaration.names.index("TolMin")].tolist() == [
        5.1,
        5.1000000000000005,
    ]
    assert len(set(ranks(column)[pair])) == 1
    assert len(set(ranks(column, tie=0.0)[pair])) == 2


def test_every_rank_within_a_group_of_countries_is_the_peers():
    peers = {row["uCode"]: row["EurAsia_group"] for row in rows("asem_results_groupranks.csv")}

    found = ranks_within(asem().scores, [peers[unit] for unit in units()])

    assert (found == numbers("asem_results_groupranks.csv", ["Index"])[:, 0]).all()


def test_what_is_said_of_every_indicator_before_treatment_is_the_peers_to_three_figures():
    words = {
        "Min": "least", "Max": "most", "Mean": "mean", "Median": "median", "Std": "spread",
        "Skew": "skewness", "Kurt": "kurtosis", "N.Avail": "known", "Frc.Avail": "availability",
        "Frc.NonZero": "not_zero", "Frc.Unique": "different", "Frc.Same": "commonest",
    }  # fmt: skip
    peers = {row["iCode"]: row for row in rows("asem_stats_raw.csv")}
    for one in describe(asem().given.values, indicators()):
        wanted = {word: float(peers[one.name][theirs]) for theirs, word in words.items()}
        assert {word: getattr(one, word) for word in wanted} == pytest.approx(wanted, rel=5e-3)
        assert one.outlying == (peers[one.name]["Flag.SkewKurt"] == "OUT")


def test_the_points_winsorised_are_the_peers():
    points = list(rows("asem_treated_points.csv"))
    for name, one in zip(indicators(), asem().treatments, strict=True):
        found = np.where(one.high, "winhi", np.where(one.low, "winlo", ""))

        assert list(found) == [row[name] for row in points]


def test_skewness_and_kurtosis_before_treatment_are_the_peers():
    wanted = [
        (float(row["check_SkewKurt0.Skew"]), float(row["check_SkewKurt0.Kurt"]))
        for row in rows("asem_treat_details.csv")
    ]

    assert [one.moments[0] for one in asem().treatments] == [close(pair) for pair in wanted]


@pytest.mark.parametrize(
    ("scale", "name"),
    [
        ("min-max", "minmax"),
        (FROM_ONE, "minmax1_100"),
        ({"method": "z-score", "mean": 10, "spread": 2}, "zscore"),
        ("rank", "rank"),
        ("percentile rank", "prank"),
        ("borda", "borda"),
        ("distance to best", "dist2max"),
    ],
)
def test_every_normalisation_is_the_peers(scale, name):
    assert asem(normalisation=scale).normalised == close(numbers(f"asem_norm_{name}.csv", indicators()))


def test_a_fraction_of_the_best_is_the_peers_where_more_is_better_and_nothing_is_under_0():
    higher = [row["iCode"] for row in structure() if row["Level"] == "1" and row["Direction"] == "1"]
    names = [name for name in higher if np.nanmin(asem().treated[:, indicators().index(name)]) >= 0]
    said = plain()["indicators"]
    for name in names:
        said[name]["normalisation"] = "fraction of best"

    index = asem(indicators=said)

    found = np.stack([index.scores_of(name) for name in names], axis=1)
    assert found == close(numbers("asem_norm_fracmax.csv", names))


@pytest.mark.parametrize(
    ("mean", "name"), [("arithmetic", "amean"), ("geometric", "gmean"), ("harmonic", "hmean")]
)
def test_every_mean_is_the_peers(mean, name):
    index = asem(normalisation=FROM_ONE, aggregation=mean)

    wanted = numbers(f"asem_agg_a_{name}_minmax1_100.csv", groups(index))

    assert np.concatenate(index.levels, axis=1) == close(wanted)


@pytest.mark.parametrize("power", ["-2", "0.5", "2"])
def test_every_generalised_mean_is_the_peers(power):
    index = asem(normalisation=FROM_ONE, aggregation={"method": "generalised", "power": float(power)})

    assert index.scores == close(numbers(f"asem_agg_genmean_p{power}.csv", ["Index"])[:, 0])


def _outranked():
    peers = numbers("asem_outrank_matrix.csv", [f"X{number + 1}" for number in range(51)])
    np.fill_diagonal(peers, np.nan)
    return peers


def test_the_outranking_matrix_is_the_peers_but_for_two_pairs_that_rounding_sets_apart():
    index, wanted = asem(normalisation=FROM_ONE), _outranked()

    found = outranking(index.normalised, np.ones(49))

    half = 0.5 / 49  # of one indicator, TolMin, in which Greece is as good as Bulgaria and Czechia
    of = index.units.index
    for other in ("BGR", "CZE"):
        wanted[of(other), of("GRC")] -= half
        wanted[of("GRC"), of(other)] += half
    assert found == close(wanted)


def test_copelands_scores_are_those_of_the_peers_matrix_where_rounding_breaks_no_tie():
    apart = _outranked() - 0.5
    wanted = np.nansum(np.where(np.abs(apart) < 1e-12, 0, np.sign(apart)), axis=1)

    found = copeland(asem(normalisation=FROM_ONE).normalised, np.ones(49))

    assert (found == wanted).all()


def test_copelands_scores_are_the_peers_save_for_ties_that_rounding_breaks_there():
    column = numbers("asem_agg_a_copeland_minmax1_100.csv", ["copeland_indicators_equal"])[:, 0]
    ties = (np.abs(_outranked() - 0.5) < 1e-12).sum(axis=1)

    away = np.abs(copeland(asem(normalisation=FROM_ONE).normalised, np.ones(49)) - column)

    assert (away <= ties).all()


def test_what_every_member_weighs_in_the_index_is_the_peers():
    index = asem()
    wanted = {row["iCode"]: float(row["EffWeight"]) for row in rows("asem_effective_weights.csv")}
    for level, weights in zip(index.declaration.levels, nominal_weights(index), strict=True):
        assert [wanted[member] for member in level.members] == close(list(weights))


def _correlations():
    """Those that the peer gave out: it leaves out what may be chance."""
    table = [row for row in rows("asem_corr_L2_L3.csv") if row["Correlation"]]
    return {(row["Var2"], row["Var1"]): float(row["Correlation"]) for row in table}


def test_correlations_across_levels_are_the_peers():
    index = asem()
    found = across(index, 1, 1)
    for (pillar, above), wanted in _correlations().items():
        names = [[group.name for group in level.groups] for level in index.declaration.levels]
        assert found[names[0].index(pillar), names[1].index(above)] == close(wanted)


def test_correlations_with_the_group_are_the_peers():
    index = asem()
    found = coherence(index, 1)
    for group in index.declaration.levels[1].groups:
        for member in group.members:
            if (member, group.name) in _correlations():
                wanted = _correlations()[member, group.name]
                assert found.with_group[found.members.index(member)] == close(wanted)


def test_cronbachs_alpha_is_the_peers():
    wanted = {row["set"]: float(row["alpha"]) for row in rows("asem_cronbach_P2P.csv")}
    members = [row["iCode"] for row in structure() if row["Parent"] == "P2P"]
    columns = [indicators().index(name) for name in members]

    assert cronbach(asem().given.values[:, columns]) == close(wanted["Raw"])
    assert cronbach(asem().normalised[:, columns]) == close(wanted["Normalised"])


@pytest.mark.parametrize("group", ["Conn", "Sust"])
def test_principal_components_are_the_peers_but_for_their_signs(group):
    loadings = list(rows(f"asem_pca_L2_{group}.csv"))
    scores = np.stack([asem().scores_of(row["iCode"]) for row in loadings], axis=1)
    wanted = [[abs(float(row[f"PC{number + 1}"])) for number in range(len(loadings))] for row in loadings]

    assert np.abs(principal_components(scores).loadings) == close(np.array(wanted))


def test_leaving_out_each_pillar_changes_ranks_as_the_peer_says():
    wanted = {row["removed"]: float(row["mean_abs_rank_diff"]) for row in rows("asem_remove_elements_L2.csv")}
    found = leave_one_out(asem(), 1)

    assert [wanted[member] for member in found.members] == close(list(found.change))


def test_ranks_without_each_pillar_are_the_peers():
    found = leave_one_out(asem(), 1)

    wanted = numbers("asem_remove_elements_L2_ranks.csv", list(found.members))
    assert (wanted == found.ranks.T).all()


def test_a_unit_short_of_values_is_left_out_by_what_was_given_unless_said_otherwise():
    index = asem(missing={"imputation": "group mean", "least": 0.9})

    assert {units()[row] for row in np.flatnonzero(~index.included)} == {"BRN", "LAO", "MMR", "BGD", "KHM"}
