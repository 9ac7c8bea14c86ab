"""A study on the disk: criteria.yaml, perhaps a context, and program files."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random

from tests.oracle.emitting import Node, yaml_text
from tests.oracle.spelling import Scalar, Speller
from tests.oracle.studies import Binding, Criterion, Estimate, Fact, Locality, Pillar, Quota, Readiness, Study, Value
from tests.oracle.wording import annotated, estimate_node, shuffled
from tests.oracle.writing_programs import write_programs

Tree = dict[str, Node]


def write(study: Study, folder: Path, seed: int) -> Path:
    """Write a study below `folder`, spelled by the seed; returns its programs' folder."""
    rng = Random(seed)  # noqa: S311  # the same spellings again from the same seed
    locality = study.locality or Locality()
    speller = Speller(rng, locality.symbol, locality.decimal)
    tree = criteria_tree(speller, study)
    if study.locality:
        context = context_tree(speller, study.locality, dated=study.start is not None)
        if rng.random() < 0.5:
            tree["context"] = context
        else:
            path = rng.choice(["contexts/here.yaml", "contexts/2022/no.yml", "place.yaml"])
            tree["context"] = speller.text(path)
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(yaml_text(speller, context), encoding="utf-8")
    (folder / "criteria.yaml").write_text(yaml_text(speller, shuffled(rng, tree)), encoding="utf-8")
    return write_programs(speller, study, folder / "programs")


def criteria_tree(speller: Speller, study: Study) -> Tree:
    """criteria.yaml without its context; what has its default may be left out."""
    rng = speller.rng
    tree: Tree = {"criteria": {each.key: criterion_tree(speller, each) for each in study.criteria}}
    optional: list[tuple[str, bool, Callable[[], Node]]] = [
        ("quickwin", True, lambda: Scalar("1")),
        ("title", True, lambda: speller.text("Quick wins: 2022")),
        ("round", True, lambda: Scalar("2022")),
        ("deadline", study.deadline == 12, lambda: month_or_date(speller, study.deadline)),
        ("horizon", study.horizon == 24, lambda: speller.duration(Fraction(study.horizon))),
        ("discount_rate", study.discount_rate == 0, lambda: speller.share(study.discount_rate)),
        (
            "quick_win",
            (study.quick_impact, study.quick_readiness) == (Fraction(2, 5),) * 2,
            lambda: quick_tree(speller, study),
        ),
        ("readiness", study.readiness == Readiness(), lambda: readiness_tree(speller, study.readiness)),
        ("model", study.model is None, lambda: model_tree(speller, study.model)),
        (
            "plan",
            study.plan in (None, Binding()),
            lambda: (
                {"total": Scalar("[1, 6]"), "per_owner": Scalar("3")}
                if study.plan is None
                else binding_tree(speller, study.plan)
            ),
        ),
    ]
    tree |= {key: make() for key, by_default, make in optional if not by_default or rng.random() < 0.4}
    if study.start:
        tree["start"] = day(rng, study.start)
    if study.dimensions:
        tree["dimensions"] = {key: dimension_tree(speller, study, key) for key in study.dimensions}
    if study.budget_opens:
        tree["budget_opens"] = {kind: day(rng, opens) for kind, opens in study.budget_opens.items()}
    return annotated(speller, tree)


def day(rng: Random, when: date) -> Scalar:
    """A date, in quotes or not."""
    return Scalar(rng.choice(["{}", "'{}'", '"{}"']).format(when.isoformat()))


def month_or_date(speller: Speller, when: Fraction | date) -> Scalar:
    """A deadline, or the latest start."""
    return day(speller.rng, when) if isinstance(when, date) else speller.duration(when)


def quick_tree(speller: Speller, study: Study) -> Tree:
    """What a program must reach."""
    return annotated(
        speller,
        {"impact": speller.share(study.quick_impact), "readiness": speller.share(study.quick_readiness)},
    )


def model_tree(speller: Speller, weights: tuple[Fraction, Fraction] | None) -> Tree:
    """The score's model."""
    if weights is None:
        return {"kind": Scalar("product")}
    return {"kind": Scalar("sum"), "impact": speller.number(weights[0]), "time": speller.number(weights[1])}


def dimension_tree(speller: Speller, study: Study, key: str) -> Tree:
    """One dimension."""
    dimension = study.dimensions[key]
    tree: Tree = {}
    if dimension.priority is not None:
        tree["priority"] = speller.share(dimension.priority)
    if dimension.aliases:
        tree["aliases"] = [speller.text(each) for each in dimension.aliases]
    if dimension.subdimensions:
        tree["subdimensions"] = [speller.text(each) for each in dimension.subdimensions]
    if study.plan is not None:
        if dimension.quota is not None:
            tree["quota"] = quota_node(speller.rng, dimension.quota)
    elif speller.rng.random() < 0.2:
        tree["quota"] = Scalar(speller.rng.choice(["2", "[1, 2]"]))
    return annotated(speller, tree)


def quota_node(rng: Random, quota: Quota) -> Scalar:
    """At least and at most; one number where nothing is the least."""
    least, most = quota
    assert most is not None, "a quota in a file says what is the most"
    return Scalar(f"{most}" if least == 0 and rng.random() < 0.7 else f"[{least}, {most}]")


def binding_tree(speller: Speller, plan: Binding) -> Tree:
    """What binds a plan."""
    tree: Tree = {}
    if isinstance(plan.budget, Mapping):
        tree["budget"] = annotated(speller, {str(year): speller.money(most) for year, most in plan.budget.items()})
    elif plan.budget is not None:
        tree["budget"] = speller.money(plan.budget)
    if plan.total is not None:
        tree["total"] = quota_node(speller.rng, plan.total)
    if plan.per_owner is not None:
        tree["per_owner"] = Scalar(str(plan.per_owner))
    if plan.latest_start is not None:
        tree["latest_start"] = month_or_date(speller, plan.latest_start)
    return annotated(speller, shuffled(speller.rng, tree))


def readiness_tree(speller: Speller, readiness: Readiness) -> Tree:
    """How readiness is asked."""
    worst, best = readiness.scale
    tree: Tree = {}
    if readiness.scale != Readiness().scale or speller.rng.random() < 0.3:
        tree["scale"] = {"worst": speller.number(worst), "best": speller.number(best)}
    for key, usual in (("assumed", Fraction(1, 2)), ("delay", Fraction(1)), ("loss", Fraction(3, 10))):
        if getattr(readiness, key) != usual or speller.rng.random() < 0.3:
            tree[key] = speller.share(getattr(readiness, key))
    if readiness.pillars:
        tree["pillars"] = annotated(speller, {each.key: pillar_tree(speller, each) for each in readiness.pillars})
    return annotated(speller, tree)


def pillar_tree(speller: Speller, pillar: Pillar) -> Tree:
    """One pillar."""
    tree: Tree = {}
    if pillar.weight is not None:
        tree["weight"] = speller.number(pillar.weight)
    if pillar.items:
        tree["items"] = [speller.text(item) for item in pillar.items]
    return annotated(speller, tree)


def criterion_tree(speller: Speller, criterion: Criterion) -> Tree:
    """A criterion and all below it."""
    tree: Tree = {}
    if criterion.weight is not None:
        tree["weight"] = estimate_node(speller, criterion.weight, numbers_of(speller))
    if criterion.factor:
        tree["factor"] = Scalar("true")
    if criterion.measure:
        tree["measure"] = Scalar(criterion.measure)
    if criterion.per:
        tree["per"] = speller.text(criterion.per)
    if criterion.levels is not None:
        tree["levels"] = {name: speller.share(value) for name, value in criterion.levels.items()}
    across = end_speller(speller, criterion)
    if criterion.scale:
        tree["worst"], tree["best"] = (across(end) for end in criterion.scale)
    if criterion.curve:
        tree["curve"] = [[across(x), speller.share(y)] for x, y in criterion.curve]
    if speller.rng.random() < 0.3:
        tree["title"] = speller.text("A title – with: signs")
    if criterion.children:
        tree["criteria"] = {each.key: criterion_tree(speller, each) for each in criterion.children}
    return annotated(speller, shuffled(speller.rng, tree))


def numbers_of(speller: Speller) -> Callable[[Value], Scalar]:
    """Spells values that are numbers."""

    def spell(value: Value) -> Scalar:
        assert isinstance(value, Fraction)
        return speller.share(value) if value <= 1 else speller.number(value)

    return spell


def end_speller(speller: Speller, criterion: Criterion) -> Callable[[Fraction], Scalar]:
    """How the ends of a criterion's scale, or the points of its curve, are written."""
    if criterion.measure is None:
        return speller.number
    if criterion.measure == "beneficiaries":
        return speller.share if criterion.per else speller.count
    return speller.number if criterion.per else speller.money


def context_tree(speller: Speller, locality: Locality, *, dated: bool) -> Tree:
    """The context."""
    tree: Tree = {}
    if speller.rng.random() < 0.7:
        tree["name"] = speller.text("Kabupaten: Katingan")
    usual = Locality()
    currency: Tree = {}
    if locality.symbol != usual.symbol or speller.rng.random() < 0.3:
        currency["symbol"] = speller.text(locality.symbol)
    if locality.decimal != usual.decimal or speller.rng.random() < 0.3:
        currency["decimal"] = Scalar(f'"{locality.decimal}"')
    if locality.unit != usual.unit or speller.rng.random() < 0.3:
        currency["unit"] = speller.count(locality.unit)
    if currency:
        tree["currency"] = currency
    if locality.facts:
        tree["facts"] = facts_tree(speller, locality.facts, speller.count, dated=dated)
    if locality.coverage:
        tree["coverage"] = facts_tree(speller, locality.coverage, speller.share, dated=dated)
    return annotated(speller, tree)


def facts_tree(
    speller: Speller, facts: Mapping[str, Fact], spell: Callable[[Fraction], Scalar], *, dated: bool
) -> Tree:
    """Facts, each a number alone or with what is known of it."""
    tree: Tree = {}
    for key, fact in facts.items():
        bare = Estimate(value=fact.value, assumed=fact.assumed)
        tree[key] = estimate_node(speller, bare, lambda value: spell(Fraction(value)), dated=dated, words=("value",))
    return annotated(speller, tree)
