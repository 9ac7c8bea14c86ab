"""Program files: one program each, or several as the documents of one file."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

from tests.oracle.emitting import Node, yaml_text
from tests.oracle.impact import leaves
from tests.oracle.spelling import Scalar, Speller
from tests.oracle.studies import Criterion, Estimate, Program, Readings, Study, Value
from tests.oracle.wording import annotated, estimate_node, shuffled

Tree = dict[str, Node]
EMPTY_DOCUMENTS = ("", "# nothing here yet\n")
OPTIONAL = (
    "subdimension",
    "owner",
    "partners",
    "problem",
    "target_group",
    "fallback",
    "beneficiaries",
    "lasts",
    "impact",
    "needs",
    "provides",
    "reachable",
    "cost",
    "funding",
    "readiness",
    "depends_on",
    "conflicts_with",
    "kpi",
    "legal_basis",
    "evidence",
)


def write_programs(speller: Speller, study: Study, folder: Path) -> Path:
    """Write every program into some file below the folder."""
    waiting = list(study.programs)
    while waiting:
        size = speller.rng.choice([1, 1, 1, 2, 3])
        together, waiting = waiting[:size], waiting[size:]
        first = together[0].id
        by_stem = len(together) == 1 and speller.rng.random() < 0.6
        name = first if by_stem else f"several-{first}"
        path = (
            folder / speller.rng.choice(["", "", "more", "more/2023"]) / (name + speller.rng.choice([".yaml", ".yml"]))
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        texts = [yaml_text(speller, program_tree(speller, study, each, by_stem=by_stem)) for each in together]
        if speller.rng.random() < 0.2:
            texts.insert(speller.rng.randrange(len(texts) + 1), speller.rng.choice(EMPTY_DOCUMENTS))
        newline = speller.rng.choice(["\n", "\n", "\n", "\r\n"])
        path.write_text("---\n".join(["", *texts][speller.rng.randrange(2) :]), encoding="utf-8", newline=newline)
    return folder


def program_tree(speller: Speller, study: Study, program: Program, *, by_stem: bool) -> Tree:
    """One program; what it does not state is left out or null."""
    rng = speller.rng
    tree: Tree = {"name": speller.text(program.name)}
    if not by_stem or rng.random() < 0.3:
        tree["id"] = speller.text(program.id)
    tree |= what_it_is(speller, study, program)
    tree |= what_it_does(speller, study, program)
    tree |= what_it_takes(speller, study, program)
    tree |= {key: Scalar(rng.choice(["null", "~", ""])) for key in OPTIONAL if key not in tree and rng.random() < 0.05}
    return annotated(speller, shuffled(rng, tree))


def what_it_is(speller: Speller, study: Study, program: Program) -> Tree:
    """Names, owners and words, which no number of the score depends on save the dimension's priority."""
    rng = speller.rng
    tree: Tree = {}
    if program.dimension is not None:
        dimension = study.dimensions[program.dimension]
        name = rng.choice([program.dimension, *dimension.aliases])
        tree["dimension"] = speller.text(rng.choice([name, name.upper(), name.title(), name.lower()]))
        if dimension.subdimensions and rng.random() < 0.5:
            tree["subdimension"] = speller.text(rng.choice(dimension.subdimensions))
    if program.owner is not None:
        tree["owner"] = speller.text(program.owner)
    further: Tree = {
        "partners": [speller.text("DPMD"), speller.text("no")],
        "problem": speller.text("Villages: without a signal # none"),
        "target_group": speller.text("residents"),
        "fallback": speller.text("The counter stays open: # for all"),
        "legal_basis": [speller.text("Perbup 12/2022")],
    }
    if study.start:
        kpi: Tree = {
            "name": Scalar("online"),
            "unit": Scalar("villages"),
            "baseline": Scalar("0"),
            "target": Scalar("43"),
        }
        further["kpi"] = [{**kpi, "by": Scalar("2023-06-30")}]
        further["evidence"] = [
            {"title": Scalar("A report"), "url": Scalar("https://example.org"), "date": Scalar("2021-02-28")}
        ]
    tree |= {key: node for key, node in further.items() if rng.random() < 0.2}
    return tree


def what_it_does(speller: Speller, study: Study, program: Program) -> Tree:
    """Benefits: for how many, how much, for how long, where."""
    tree: Tree = {}
    if program.beneficiaries:
        tree["beneficiaries"] = of(speller, program.beneficiaries, speller.count)
    if program.lasts:
        tree["lasts"] = of(speller, program.lasts, speller.duration)
    impact = impact_tree(speller, study, program)
    if impact or speller.rng.random() < 0.2:
        tree["impact"] = impact
    if program.provides:
        shares: Tree = {key: of(speller, share, speller.share) for key, share in program.provides.items()}
        tree["provides"] = annotated(speller, shares)
    if program.reachable:
        tree["reachable"] = of(speller, program.reachable, speller.share)
    for key in ("needs", "depends_on", "conflicts_with"):
        names = getattr(program, key)
        if names or speller.rng.random() < 0.1:
            tree[key] = [speller.text(name) for name in names]
    return tree


def what_it_takes(speller: Speller, study: Study, program: Program) -> Tree:
    """Time, money and readiness."""
    months = program.time_to_benefit
    tree: Tree = {}
    if isinstance(months, Estimate):
        tree["time_to_benefit"] = of(speller, months, speller.duration)
    else:
        tree["time_to_benefit"] = with_gaps(
            speller, {key: of(speller, each, speller.duration) for key, each in months.items()}, ("later",)
        )
    if isinstance(program.cost, Estimate):
        tree["cost"] = of(speller, program.cost, speller.money)
    elif program.cost:
        tree["cost"] = with_gaps(
            speller,
            {key: of(speller, each, speller.money) for key, each in program.cost.items()},
            ("capex", "opex_per_year"),
        )
    if program.funding:
        tree["funding"] = annotated(speller, {"status": speller.text(program.funding), "source": Scalar("APBD")})
    elif speller.rng.random() < 0.3:
        tree["funding"] = {"source": Scalar("APBD")}
    if program.readiness is not None:
        tree["readiness"] = readiness_tree(speller, study, program.readiness)
    return tree


def of(speller: Speller, estimate: Estimate, spell: Callable[[Fraction], Scalar]) -> Node:
    """An estimate of a number."""
    return estimate_node(speller, estimate, lambda value: spell(Fraction(value)))


def with_gaps(speller: Speller, tree: Tree, keys: tuple[str, ...]) -> Tree:
    """The same with some of the keys that are not stated written as null."""
    gaps = {key: Scalar("null") for key in keys if key not in tree and speller.rng.random() < 0.1}
    return annotated(speller, shuffled(speller.rng, {**tree, **gaps}))


def impact_tree(speller: Speller, study: Study, program: Program) -> Tree:
    """Judged performances."""
    judged = {leaf.key: leaf for leaf, _ in leaves(study.criteria, 1.0) if leaf.measure is None}
    tree = {key: performance_node(speller, judged[key], estimate) for key, estimate in program.impact.items()}
    return with_gaps(speller, tree, tuple(judged))


def performance_node(speller: Speller, leaf: Criterion, estimate: Estimate) -> Node:
    """A level, a score, or a number for a curve."""

    def spell(value: Value) -> Scalar:
        if isinstance(value, str):
            return speller.text(value)
        return speller.number(value) if leaf.scale is None else score(speller, leaf.scale, value, estimate)

    return estimate_node(speller, estimate, spell)


def score(speller: Speller, scale: tuple[Fraction, Fraction], value: Fraction, estimate: Estimate) -> Scalar:
    """A judged score; in percent of a falling scale low and high would change places: not written."""
    worst, best = scale
    turned = worst > best and estimate.low is not None
    return speller.score(value, None if turned else (value - worst) / (best - worst))


def readiness_tree(speller: Speller, study: Study, said: Estimate | Mapping[str, Estimate | Readings]) -> Node:
    """Readiness in the form in which it is stated."""

    def scored(estimate: Estimate) -> Node:
        return of(speller, estimate, lambda value: score(speller, study.readiness.scale, value, estimate))

    if isinstance(said, Estimate):
        return scored(said)
    tree: Tree = {}
    for pillar in study.readiness.pillars:
        below = said.get(pillar.key)
        if isinstance(below, Estimate):
            tree[pillar.key] = scored(below)
        elif below is not None:
            tree[pillar.key] = with_gaps(speller, {item: scored(each) for item, each in below.items()}, pillar.items)
    return with_gaps(speller, tree, tuple(pillar.key for pillar in study.readiness.pillars))
