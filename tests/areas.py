"""Exact chances on a plane: areas of convex polygons, in fractions."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise, permutations

Point = tuple[Fraction, Fraction]
HalfPlane = tuple[Fraction, Fraction, Fraction]
"""a, b, c of all points (x, y) with a·x + b·y + c ≥ 0."""

SIMPLEX: tuple[Point, ...] = ((Fraction(0), Fraction(0)), (Fraction(1), Fraction(0)), (Fraction(0), Fraction(1)))
"""The weights of three criteria: x, y and 1 − x − y."""


def rectangle(x: tuple[Fraction, Fraction], y: tuple[Fraction, Fraction]) -> tuple[Point, ...]:
    return ((x[0], y[0]), (x[1], y[0]), (x[1], y[1]), (x[0], y[1]))


def height(point: Point, plane: HalfPlane) -> Fraction:
    return plane[0] * point[0] + plane[1] * point[1] + plane[2]


def cut(polygon: Sequence[Point], plane: HalfPlane) -> tuple[Point, ...]:
    """The part of a convex polygon in a half plane (Sutherland & Hodgman)."""
    kept: list[Point] = []
    for one, other in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True):
        here, there = height(one, plane), height(other, plane)
        if here >= 0:
            kept.append(one)
        if here * there < 0:
            part = here / (here - there)
            kept.append((one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])))
    return tuple(kept)


def cut_by(polygon: Sequence[Point], planes: Iterable[HalfPlane]) -> tuple[Point, ...]:
    for plane in planes:
        polygon = cut(polygon, plane)
    return tuple(polygon)


def area(polygon: Sequence[Point]) -> Fraction:
    around = zip(polygon, (*polygon[1:], *polygon[:1]), strict=True)
    return sum((one[0] * other[1] - other[0] * one[1] for one, other in around), Fraction(0)) / 2


def centroid(polygon: Sequence[Point]) -> Point:
    around = list(zip(polygon, (*polygon[1:], *polygon[:1]), strict=True))
    crossed = [one[0] * other[1] - other[0] * one[1] for one, other in around]
    sums = [
        sum(
            (cross * (one[axis] + other[axis]) for cross, (one, other) in zip(crossed, around, strict=True)),
            Fraction(0),
        )
        for axis in (0, 1)
    ]
    return sums[0] / (6 * area(polygon)), sums[1] / (6 * area(polygon))


def acceptabilities(planes: Sequence[HalfPlane], polygon: Sequence[Point]) -> list[list[Fraction]]:
    """The chance of each rank of each program on a polygon, `planes` being the heights of their scores over it."""
    many, whole = len(planes), area(polygon)
    found = [[Fraction(0)] * many for _ in range(many)]
    for order in permutations(range(many)):
        above = [tuple(p - q for p, q in zip(planes[a], planes[b], strict=True)) for a, b in pairwise(order)]
        share = area(cut_by(polygon, above)) / whole  # type: ignore[arg-type]  # three fractions each
        for rank, program in enumerate(order):
            found[program][rank] += share
    return found


def firsts(planes: Sequence[HalfPlane], program: int, polygon: Sequence[Point]) -> tuple[Point, ...]:
    """Where a program is first."""
    others = [plane for at, plane in enumerate(planes) if at != program]
    return cut_by(polygon, [tuple(p - q for p, q in zip(planes[program], other, strict=True)) for other in others])  # type: ignore[misc]
