"""What all files have in common: estimates as mappings, annotations, the order of keys."""

from collections.abc import Callable
from random import Random
from typing import TypeVar

from tests.oracle.emitting import Node
from tests.oracle.spelling import Scalar, Speller
from tests.oracle.studies import Estimate, Value

T = TypeVar("T")
ANNOTATIONS = {
    "source": '"Diskominfo, 22 Aug 2022"',
    "url": "https://example.org/a",
    "year": "2022",
    "unit": "people",
    "note": "'to be asked: again'",
}


def shuffled(rng: Random, tree: dict[str, T]) -> dict[str, T]:
    """The same entries in another order."""
    keys = list(tree)
    rng.shuffle(keys)
    return {key: tree[key] for key in keys}


def annotated(speller: Speller, tree: dict[str, Node]) -> dict[str, Node]:
    """A mapping that at times has a note."""
    if speller.rng.random() < 0.08:
        return {**tree, "note": speller.text("A note: # with signs")}
    return tree


def estimate_node(
    speller: Speller,
    estimate: Estimate,
    spell: Callable[[Value], Scalar],
    *,
    dated: bool = False,
    words: tuple[str, ...] = ("value", "likely"),
) -> Node:
    """An estimate: a plain value where that says all, else a mapping."""
    rng = speller.rng
    said_by_value_alone = estimate.value is not None and estimate.low is None and not estimate.assumed
    if estimate.value is not None and said_by_value_alone and rng.random() < 0.8:
        return spell(estimate.value)
    tree: dict[str, Node] = {}
    if estimate.value is not None:
        tree[rng.choice(words)] = spell(estimate.value)
    if estimate.low is not None and estimate.high is not None:
        tree |= {"low": spell(estimate.low), "high": spell(estimate.high)}
    if estimate.raters:
        tree["raters"] = annotated(speller, {name: spell(value) for name, value in estimate.raters})
    if estimate.assumed:
        tree["assumed"] = Scalar("true")
    elif rng.random() < 0.1:
        tree["assumed"] = Scalar("false")
    tree |= {key: Scalar(text) for key, text in ANNOTATIONS.items() if rng.random() < 0.1}
    if dated and rng.random() < 0.1:
        tree["date"] = Scalar("2022-08-22")
    return shuffled(rng, tree)
