"""Why one program stands above another: the split against enumeration in exact fractions."""

from fractions import Fraction
from itertools import combinations
from math import factorial, prod
from pathlib import Path

import pytest
from tests.answers.connected import connected
from tests.oracle.inventing import invented
from tests.oracle.writing import write as write_oracle

import quickwin
from quickwin.answers.rank import Ranked

SEEDS = range(300, 314)


def studies(seed: int, folder: Path) -> quickwin.Study:
    return quickwin.load(write_oracle(invented(seed), folder, seed))


CHAIN = ("coverage", "timeliness", "delivery", "priority")


def as_fractions(of: Ranked) -> dict[str, Fraction]:
    """The weighted sum, the factor criteria and the chain of a program."""
    summed = [Fraction(on.weight) * Fraction(on.value) for on in of.criteria.values() if on.weight is not None]
    return {
        "sum": sum(summed, Fraction(0)) if summed else Fraction(1),
        **{key: Fraction(on.value) for key, on in of.criteria.items() if on.weight is None},
        **{key: Fraction(getattr(of, key)) for key in CHAIN},
    }


def parts_by_enumeration(one: Ranked, other: Ranked, weights: tuple[Fraction, Fraction] | None) -> dict[str, Fraction]:
    """Exact Shapley values, over all sets of factors that may have changed before; the sum split by w·Δv."""
    high, low = as_fractions(one), as_fractions(other)
    names = list(high)

    def score(now: dict[str, Fraction]) -> Fraction:
        impact = prod((now[key] for key in names[:-4]), start=Fraction(1))
        rest = 100 * now["coverage"] * now["delivery"] * now["priority"]
        if weights is None:
            return rest * impact * now["timeliness"]
        return rest * (weights[0] * impact + weights[1] * now["timeliness"]) / sum(weights)

    parts = dict.fromkeys(names, Fraction(0))
    per_sum = Fraction(0)
    for size in range(len(names)):
        share = Fraction(factorial(size) * factorial(len(names) - size - 1), factorial(len(names)))
        for changed in combinations(names, size):
            now = low | {name: high[name] for name in changed}
            for name in names:
                if name not in changed:
                    parts[name] += share * (score(now | {name: high[name]}) - score(now))
            if "sum" not in changed:
                per_sum += share * (score(now | {"sum": Fraction(1)}) - score(now | {"sum": Fraction(0)}))
    del parts["sum"]
    return parts | {
        key: per_sum * Fraction(on.weight) * (Fraction(on.value) - Fraction(other.criteria[key].value))
        for key, on in one.criteria.items()
        if on.weight is not None
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_a_difference_is_split_as_by_enumeration_and_sums_exactly(seed: int, tmp_path: Path) -> None:
    study = studies(seed, tmp_path)
    ranking = quickwin.rank(study)
    one, other = ranking[0], ranking[-1]
    if one.id == other.id:
        pytest.skip("the study holds one program, and none is compared with itself")
    split = quickwin.explain(study, one.id, versus=other.id).versus
    assert split
    model = invented(seed).model
    expected = parts_by_enumeration(one, other, model)
    assert {cause.key: cause.points for cause in split.causes} == pytest.approx(
        {key: float(part) for key, part in expected.items()}, abs=1e-9
    )
    assert sum(cause.points for cause in split.causes) == pytest.approx(one.score - other.score, abs=1e-9)
    assert split.points == one.score - other.score
    sizes = [abs(cause.points) for cause in split.causes]
    assert sizes == sorted(sizes, reverse=True)


def test_a_difference_turned_round_has_the_opposite_parts(tmp_path: Path) -> None:
    study = studies(301, tmp_path)
    ranking = quickwin.rank(study)
    ids = ranking[0].id, ranking[len(ranking) - 1].id
    there, back = (quickwin.explain(study, a, versus=b).versus for a, b in (ids, ids[::-1]))
    assert there
    assert back
    turned = {cause.key: -cause.points for cause in back.causes}
    assert {cause.key: cause.points for cause in there.causes} == pytest.approx(turned, abs=1e-12)


def test_a_program_with_fewer_points_is_told_so(tmp_path: Path) -> None:
    study = connected(tmp_path)
    ranking = quickwin.rank(study)
    first, last = ranking[0].id, ranking[-1].id
    down, up = (quickwin.explain(study, a, versus=b).tables()[0] for a, b in ((first, last), (last, first)))
    assert "points more than" in down.lead[0]
    assert "points fewer than" in up.lead[0]
    assert "against it" in up.lead[0]
    assert down.rows[-1].cells[-1] == -up.rows[-1].cells[-1]  # type: ignore[operator]  # points are numbers
    with pytest.raises(quickwin.Usage, match="itself"):
        quickwin.explain(study, first, versus=first)
