"""How long 100,000 programs take to score on 12 criteria, against the same arithmetic written out by hand.

    python benchmarks/scoring.py [rounds]

Both take the same arrays and give the same scores and classes, which is checked first.
"""

import math
import sys

import numpy as np
from side_by_side import compare, processor_seconds

from quickwin.engine.inputs import Curve, Enabler, Families, Floats, Inputs, Rules
from quickwin.engine.score import score

ROUNDS, GOAL = 21, 1.5
PROGRAMS, JUDGED, CURVED, LEVELLED = 100_000, 6, 4, 2
DEPENDENT = 2_000
HORIZON, RATE, DELAY, LOSS, ASSUMED = 24.0, 0.05, 1.0, 0.3, 0.5


def invented(size: int) -> Inputs:
    """A study of many programs: scores of 1 to 5, people, levels; some missing, some that depend on others."""
    random = np.random.default_rng(1)
    judged = random.integers(1, 6, (size, JUDGED)).astype(float)
    people = random.uniform(0, 0.3, (size, CURVED))
    levels = random.choice([0.0, 0.4, 1.0], (size, LEVELLED))
    performances = np.hstack([judged, people, levels])
    performances[random.random(performances.shape) < 0.02] = np.nan
    line = Curve(np.array([1.0, 5.0]), np.array([0.0, 1.0]))
    bent = Curve(np.array([0.0, 0.01, 0.05, 0.2]), np.array([0.0, 0.3, 0.6, 1.0]))
    named = Curve(np.array([0.0, 1.0]), np.array([0.0, 1.0]))
    weights = random.uniform(1, 5, JUDGED + CURVED + LEVELLED)
    kids = np.arange(DEPENDENT)
    parents = Families(kids, 2 * kids, random.integers(DEPENDENT, size, 2 * DEPENDENT))
    pillars = random.uniform(0, 1, (size, 3))
    pillars[random.random(pillars.shape) < 0.05] = np.nan
    provided = np.where(random.random(size) < 0.01, 0.2, 0.0)
    needs = [np.flatnonzero(random.random(size) < 0.3) for _ in range(3)]
    return Inputs(
        rules=Rules(12, HORIZON, RATE, 0.4, 0.4, ASSUMED, DELAY, LOSS),
        performances=np.asfortranarray(performances),  # a column a criterion, as a study has them
        curves=(line,) * JUDGED + (bent,) * CURVED + (named,) * LEVELLED,
        weights=weights / weights.sum(),
        factors=np.zeros(len(weights), dtype=bool),
        planned=random.uniform(1, 18, size),
        lasts=np.full(size, np.inf),
        opens=random.choice([0.0, 1.0, 4.0], size),
        pillars=pillars,
        pillar_weights=np.array([2.0, 1.0, 1.0]),
        reachable=np.full(size, np.nan),
        enablers=tuple(Enabler(np.array(0.8), rows, provided) for rows in needs),
        generations=(parents,),
        ancestors=parents,
        priorities=random.choice([0.9, 1.0], size),
        money=random.random(size) < 0.8,
    )


def by_hand(given: Inputs) -> tuple[Floats, Floats]:
    """Scores and classes, straight on, for this one study: no model, no function and no draws beside it."""
    values = np.empty((len(given.curves), PROGRAMS))
    for column in range(JUDGED):
        values[column] = np.clip((given.performances[:, column] - 1) / 4, 0, 1)
    for column in range(JUDGED, JUDGED + CURVED):
        curve = given.curves[column]
        values[column] = np.interp(given.performances[:, column], curve.performances, curve.values)
    for column in range(JUDGED + CURVED, len(values)):
        values[column] = np.clip(given.performances[:, column], 0, 1)
    values[np.isnan(values)] = 0
    impact = given.weights @ values

    stated = np.where(np.isnan(given.pillars), ASSUMED, given.pillars)
    ready, weakest = stated @ (given.pillar_weights / given.pillar_weights.sum()), given.pillars.min(axis=1)
    own = given.planned * (1 + DELAY * (1 - ready))
    parents = given.ancestors.members.reshape(DEPENDENT, 2)
    start = given.opens.copy()
    start[:DEPENDENT] = np.maximum(start[:DEPENDENT], (start + own)[parents].max(axis=1))
    months = start + own
    rate, left = math.log1p(RATE) / 12, np.minimum(months, HORIZON)
    timeliness = (np.exp(-rate * left) - math.exp(-rate * HORIZON)) / (1 - math.exp(-rate * HORIZON))
    own_delivery = 1 - LOSS * (1 - ready)
    delivery = own_delivery.copy()
    delivery[:DEPENDENT] *= own_delivery[parents].prod(axis=1)

    coverage = np.ones(PROGRAMS)
    for enabler in given.enablers:
        there = np.full(PROGRAMS, float(enabler.coverage))
        there[:DEPENDENT] += enabler.provided[parents].sum(axis=1) if enabler.provided is not None else 0
        coverage[enabler.needed_by] = np.minimum(coverage, there)[enabler.needed_by]
    coverage = np.where(np.isnan(given.reachable), coverage, given.reachable)
    scores = 100 * impact * coverage * timeliness * delivery * given.priorities

    large = np.round(impact * coverage, 9) >= given.rules.least_impact
    soon = np.round(months, 9) <= given.rules.deadline
    held = ~(given.money & (np.round(weakest, 9) >= given.rules.least_readiness))
    return scores, np.where(soon, np.where(large, np.where(held, 1, 0), 3), np.where(large, 2, 4))


def main() -> int:
    """The comparison; status 1 where the goal is missed, or the two do not agree."""
    inputs = invented(PROGRAMS)
    ours, (scores, classes) = score(inputs), by_hand(inputs)
    if not np.allclose(ours.score, scores, rtol=0, atol=1e-9) or (ours.classes != classes).any():
        sys.exit("the two do not agree")
    met = compare(
        f"scoring {PROGRAMS} programs on {inputs.performances.shape[1]} criteria against numpy by hand",
        lambda: processor_seconds(lambda: score(inputs)),
        lambda: processor_seconds(lambda: by_hand(inputs)),
        goal=GOAL,
        rounds=int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS,
    )
    return 0 if met else 1


sys.exit(main())
