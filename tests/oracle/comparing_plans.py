"""Where the product's plan of a random study is not the best by the plans tried here, one by one."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.oracle.comparing import CLOSE
from tests.oracle.inventing_plans import invented_for_plan
from tests.oracle.planning import EQUAL, Choice, Outcome, account, left_out, planned
from tests.oracle.planning_rules import broken
from tests.oracle.studies import Study
from tests.oracle.writing import write

import quickwin

Document = dict[str, Any]


def plan_differences(seed: int, folder: Path) -> list[str]:
    """The differences for one seed, each a line; the folder is made."""
    study = invented_for_plan(seed)
    folder.mkdir(parents=True, exist_ok=True)
    written = write(study, folder, seed)
    try:
        document = quickwin.plan(quickwin.load(written)).document()
    except quickwin.Broken as refused:
        return [f"seed {seed}: a valid study is refused: {finding}" for finding in refused.findings]
    return [f"seed {seed}: {line}" for line in judged(study, document)]


def judged(study: Study, document: Document) -> Iterator[str]:
    """What is wrong with a document of a plan."""
    outcome = planned(study)
    possible = bool(outcome.choices)
    if document["schema"] != "quickwin/plan/1" or document["status"] != ("optimal" if possible else "infeasible"):
        yield f"schema {document['schema']!r}, status {document['status']!r}; plans possible: {len(outcome.choices)}"
        return
    if not possible:
        if document["programs"]:
            yield "programs are chosen though no plan is possible"
        return
    plan = {row["id"]: row["start"] for row in document["programs"]}
    if not plan.keys() <= outcome.facts.candidates.keys():
        yield f"unknown programs in {plan}"
        return
    faults = broken(outcome.facts, plan)
    if faults:
        yield f"the plan {plan} breaks {faults}"
        return
    yield from not_the_best(outcome, plan, document)
    yield from not_as_accounted(study, outcome, plan, document)
    yield from not_preferred(outcome, plan)
    yield from not_the_reason(outcome, plan, document)


def not_the_best(outcome: Outcome, plan: dict[str, int], document: Document) -> Iterator[str]:
    """Whether another plan brings more, and whether the document says what this one brings."""
    benefit = outcome.facts.benefit_of(plan)
    if benefit < outcome.best - max(EQUAL, 1e-6 * outcome.best):
        yield f"the plan {plan} brings {benefit}, {outcome.choices[0].plan} brings {outcome.best}"
    if not close(benefit, document["benefit"]):
        yield f"benefit: expected {benefit}, got {document['benefit']}"
    if not -CLOSE <= document["gap"] <= 2 * max(1e-6, EQUAL / max(benefit, EQUAL)):
        yield f"gap {document['gap']} of an optimal plan that brings {benefit}"


def not_as_accounted(study: Study, outcome: Outcome, plan: dict[str, int], document: Document) -> Iterator[str]:
    """Where a row of a program differs."""
    expected = account(outcome.facts, plan)
    got = document["programs"]
    if [row["id"] for row in expected] != [row["id"] for row in got]:
        yield f"order: expected {[row['id'] for row in expected]}, got {[row['id'] for row in got]}"
        return
    for ours, theirs in zip(expected, got, strict=True):
        if ours["delivers"] != theirs["delivers"]:
            yield f"{ours['id']}: delivers: expected {ours['delivers']}, got {theirs['delivers']}"
        for key in ("benefit", "unlocked"):
            if not close(ours[key], theirs[key]):
                yield f"{ours['id']}: {key}: expected {ours[key]}, got {theirs[key]}"
        if not same_cost(study, ours["cost"], theirs["cost"]):
            yield f"{ours['id']}: cost: expected {ours['cost']}, got {theirs['cost']}"


def same_cost(study: Study, ours: dict[str, Fraction], theirs: dict[str, float]) -> bool:
    """Whether two costs by year are equal, a year without cost left out or 0; without a start only their sums."""
    if study.start is None:
        return close(float(sum(ours.values())), sum(theirs.values()))
    return all(close(float(ours.get(year, 0)), theirs.get(year, 0)) for year in ours.keys() | theirs.keys())


def close(expected: float, got: float) -> bool:
    """Whether two numbers are equal up to the rounding of floats."""
    return abs(expected - got) <= CLOSE * max(1.0, abs(expected))


def not_preferred(outcome: Outcome, plan: dict[str, int]) -> Iterator[str]:
    """Whether a plan that brings as much spends less, or as much and starts earlier.

    A plan that brings a little less, up to what counts as equal, may or may not be preferred for what it saves.
    """
    facts = outcome.facts
    mine = Choice(plan, facts.benefit_of(plan), facts.spending(plan), sum(plan.values()))
    equal = outcome.within(CLOSE, mine.benefit)
    tolerance = sum((facts.spending({key: 0}) for key in facts.candidates), Fraction(0)) / 10**6
    least = min(equal, key=lambda each: each.spending)
    if mine.spending > least.spending + tolerance:
        yield f"the plan {plan} spends {mine.spending}, {least.plan} spends {least.spending} for the same benefit"
        return
    sooner = min((each for each in equal if each.spending <= mine.spending), key=lambda each: each.starts)
    if sooner.starts < mine.starts:
        yield f"the plan {plan} starts later than {sooner.plan}, which brings and spends the same"


def not_the_reason(outcome: Outcome, plan: dict[str, int], document: Document) -> Iterator[str]:
    """Where the reason for leaving a program out is none of those that may be given."""
    expected = left_out(outcome.facts, plan)
    got = {row["id"]: row["reason"] for row in document["left_out"]}
    if expected.keys() != got.keys() or len(got) != len(document["left_out"]):
        yield f"left out: expected {sorted(expected)}, got {[row['id'] for row in document['left_out']]}"
        return
    for key, reasons in expected.items():
        if got[key] not in reasons:
            yield f"{key} is left out of {plan}: expected one of {sorted(reasons)}, got {got[key]!r}"
