"""A tree of mappings, lists and scalars as YAML text, block or flow as chance has it."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from tests.oracle.spelling import Scalar, Speller

Node = Scalar | Mapping[str, "Node"] | Sequence["Node"]


def yaml_text(speller: Speller, tree: Mapping[str, Node]) -> str:
    """One YAML document."""
    return "\n".join(block(speller, mapping_with_aliases(speller.rng, tree, {}), "")) + "\n"


def mapping_with_aliases(rng: Random, tree: Mapping[str, Node], anchors: dict[str, str]) -> dict[str, Node]:
    """A mapping's values, in order, as `with_aliases` writes them."""
    return {key: with_aliases(rng, below, anchors) for key, below in tree.items()}


def with_aliases(rng: Random, node: Node, anchors: dict[str, str]) -> Node:
    """The same tree with some scalars anchored, and some that stand again written as their alias."""
    if isinstance(node, Mapping):
        return mapping_with_aliases(rng, node, anchors)
    if not isinstance(node, Scalar):
        return [with_aliases(rng, item, anchors) for item in node]
    if node.text in anchors and rng.random() < 0.5:
        return Scalar(f"*{anchors[node.text]}")
    if node.text.isalnum() and node.text not in anchors and rng.random() < 0.02:
        anchors[node.text] = f"again{len(anchors)}"
        return Scalar(f"&{anchors[node.text]} {node.text}")
    return node


def block(speller: Speller, node: Mapping[str, Node] | Sequence[Node], indent: str) -> Iterator[str]:
    """The lines of a mapping or a list in block style."""
    if not isinstance(node, Mapping):
        for item in node:
            yield f"{indent}- {flow(speller, item)}"
        return
    for key, below in node.items():
        name = speller.text(key).text
        if isinstance(below, Scalar) or not below or speller.rng.random() < 0.5:
            yield f"{indent}{name}: {flow(speller, below)}".rstrip() + comment(speller.rng)
        else:
            yield f"{indent}{name}:{comment(speller.rng)}"
            yield from block(speller, below, indent + "  ")


def flow(speller: Speller, node: Node) -> str:
    """A node on one line."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return "{" + ", ".join(f"{speller.text(key).text}: {flow(speller, below)}" for key, below in node.items()) + "}"
    return "[" + ", ".join(flow(speller, item) for item in node) + "]"


def comment(rng: Random) -> str:
    """Now and then a comment at the end of a line."""
    return "  # as agreed: 1,5 {" if rng.random() < 0.03 else ""
