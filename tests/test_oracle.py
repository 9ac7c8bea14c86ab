"""The product's ranking against a ranking worked out apart from it, on random studies."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from tests.oracle.comparing import differences
from tests.oracle.scoring import ranking
from tests.oracle.studies import (
    Criterion,
    Dimension,
    Estimate,
    Fact,
    Locality,
    Pillar,
    Program,
    Readiness,
    Study,
)

SEEDS = 60


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_product_ranks_a_random_study_as_the_contract_says(seed: int, tmp_path: Path) -> None:
    assert differences(seed, tmp_path) == []


def number(value: float, *, assumed: bool = False) -> Estimate:
    return Estimate(value=Fraction(str(value)), assumed=assumed)


def by_hand() -> Study:
    """Power (with its money from October) and the internet that waits for it."""
    power = Program(
        id="power",
        name="Power",
        dimension="society",
        time_to_benefit=number(2),
        impact={"ease": number(2)},
        provides={"electricity": number(0.2, assumed=True)},
        funding="revised",
        readiness={"structure": {"people": number(5)}, "infrastructure": number(3)},
    )
    internet = Program(
        id="internet",
        name="Internet",
        dimension="economy",
        owner="Diskominfo",
        time_to_benefit={
            "procurement": number(2),
            "rollout": Estimate(low=Fraction(1), high=Fraction(3), assumed=True),
        },
        beneficiaries=number(2000),
        impact={"ease": number(4), "equity": Estimate(value="most")},
        needs=("electricity",),
        lasts=number(6),
        cost={"capex": number(400_000_000), "opex_per_year": number(50_000_000)},
        funding=None,
        readiness=number(3),
        depends_on=("power",),
    )
    return Study(
        criteria=(
            Criterion("ease", number(60), scale=(Fraction(1), Fraction(5))),
            Criterion("equity", number(40), levels={"none": Fraction(0), "most": Fraction(1)}),
            Criterion(
                "reach",
                factor=True,
                measure="beneficiaries",
                per="population",
                curve=((Fraction(0), Fraction(1, 2)), (Fraction(1, 5), Fraction(1))),
            ),
        ),
        programs=(power, internet),
        start=date(2022, 9, 1),
        readiness=Readiness(pillars=(Pillar("structure", Fraction(3), ("people", "budget")), Pillar("infrastructure"))),
        dimensions={"economy": Dimension(), "society": Dimension(Fraction(9, 10))},
        budget_opens={"revised": date(2022, 10, 1), "next": date(2023, 1, 1)},
        locality=Locality(
            facts={"population": Fact(Fraction(20_000), assumed=True)},
            coverage={"electricity": Fact(Fraction(1, 2), assumed=True)},
        ),
    )


def test_two_programs_by_hand() -> None:
    first, second = ranking(by_hand())

    # internet. Readiness 3 on 1–5 is 0.5. Money is not stated: it opens on the last date, 1 January, month 4.
    # Power: readiness (3·1 + 1·0.5)/4 = 0.875; it opens in month 1 and takes 2·(1 + 0.125) = 2.25:
    # month 3.25.
    # So it starts in 4 and waits for money; 4 planned months at readiness 0.5 take 6: month 10.
    assert (first["rank"], first["id"], first["start"], first["waits_for"], first["months"]) == (
        1,
        "internet",
        4,
        "money",
        10,
    )
    # Reach 2000/20000 = 0.1, half-way along the curve: 0.75. Ease (4 − 1)/4 = 0.75, equity 1.
    # Impact 0.75·(0.6·0.75 + 0.4·1) = 0.75·0.85 = 0.6375. Coverage 0.5 + 0.2 = 0.7.
    assert first["impact"] == pytest.approx(0.6375)
    assert first["coverage"] == pytest.approx(0.7)
    # Felt for 6 of 24 months from 10 to 16: 0.25.
    # Delivery (1 − 0.3·0.5)·(1 − 0.3·0.125) = 0.85·0.9625 = 0.818125.
    assert first["timeliness"] == pytest.approx(0.25)
    assert first["delivery"] == pytest.approx(0.818125)
    # Score 100·0.6375·0.7·0.25·0.818125 = 9.12720703125; at a timeliness of 1 four times that, 27.3816… more.
    assert first["score"] == pytest.approx(9.12720703125)
    assert first["costs_most"] == {"factor": "timeliness", "points": pytest.approx(27.38162109375)}
    # Effective impact 0.44625 ≥ 0.4 and month 10 ≤ 12, but money is not stated.
    assert (first["class"], first["held_by"]) == ("prepare", ["money"])
    # Cost 400 million + 50 million · 24/12 = half a billion.
    assert first["cost"] == 500_000_000
    assert first["score_per_cost"] == pytest.approx(18.2544140625)
    assert first["assumed"] == [
        "time_to_benefit.rollout",
        "power:provides.electricity",
        "coverage.electricity",
        "facts.population",
    ]
    assert first["criteria"]["reach"] == {
        "performance": pytest.approx(0.1),
        "value": pytest.approx(0.75),
        "weight": None,
        "points": None,
    }
    assert first["criteria"]["equity"] == {"performance": "most", "value": 1.0, "weight": 0.4, "points": 40.0}

    # power. Nobody stated, so the factor is 0, and with it impact and score; timeliness (24 − 3.25)/24.
    assert (second["rank"], second["score"], second["impact"], second["class"]) == (2, 0, 0, "fill-in")
    assert second["timeliness"] == pytest.approx(20.75 / 24)
    assert second["missing"] == ["equity", "reach", "structure.budget"]
    assert (second["readiness"], second["weakest_pillar"]) == (0.875, 0.5)
    assert (second["start"], second["waits_for"], second["cost"], second["score_per_cost"]) == (
        1,
        "money",
        None,
        None,
    )
    # Coverage 1, timeliness 0.8646, delivery 0.9625, priority 0.9: timeliness is the smallest, but there is
    # nothing to win.
    assert second["costs_most"] == {"factor": "timeliness", "points": 0}


def test_a_sum_with_a_discount_by_hand() -> None:
    study = Study(
        criteria=(Criterion("ease", scale=(Fraction(5), Fraction(1))),),
        programs=(
            Program(id="a", name="A", time_to_benefit=number(12), impact={"ease": number(2)}, readiness=number(5)),
        ),
        discount_rate=Fraction(1),
        model=(Fraction(60), Fraction(20)),
    )
    # Discount 100 % a year halves a month's worth each year: S(12) = (1/2 − 1/4)/(1 − 1/4) = 1/3.
    # Impact (2 − 5)/(1 − 5) = 0.75. Score 100·(0.75·0.75 + 0.25/3) = 64.58333…; at a timeliness of 1,
    # 25·2/3 more.
    (row,) = ranking(study)
    assert row["timeliness"] == pytest.approx(1 / 3)
    assert row["score"] == pytest.approx(56.25 + 25 / 3)
    assert row["costs_most"] == {"factor": "timeliness", "points": pytest.approx(50 / 3)}
    assert (row["class"], row["waits_for"], row["weakest_pillar"], row["months"]) == (
        "quick win",
        None,
        1.0,
        12,
    )


def test_equal_scores_share_a_rank() -> None:
    def program(key: str, ease: float) -> Program:
        return Program(id=key, name=key, time_to_benefit=number(6), impact={"ease": number(ease)})

    study = Study(
        criteria=(Criterion("ease", scale=(Fraction(1), Fraction(5))),),
        programs=(program("b", 3), program("d", 2), program("a", 5), program("B", 3)),
    )
    assert [(row["rank"], row["id"]) for row in ranking(study)] == [(1, "a"), (2, "B"), (2, "b"), (4, "d")]
