"""What a study says, as plain data: true numbers, never text to be parsed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

Value = Fraction | str  # a number, or the name of a level


@dataclass(frozen=True)
class Estimate:
    """One number as a program states it: `value`, or else `low` and `high` alone, or else `raters`."""

    value: Value | None = None
    low: Value | None = None
    high: Value | None = None
    raters: tuple[tuple[str, Value], ...] = ()
    assumed: bool = False


Readings = Mapping[str, Estimate]
Quota = tuple[int, int | None]  # at least and at most; None: as many as there are


@dataclass(frozen=True)
class Criterion:
    """A group (`children`) or a leaf, which has one of `levels`, `curve` and `scale`."""

    key: str
    weight: Estimate | None = None
    factor: bool = False
    children: tuple["Criterion", ...] = ()
    levels: Mapping[str, Fraction] | None = None
    curve: tuple[tuple[Fraction, Fraction], ...] | None = None
    scale: tuple[Fraction, Fraction] | None = None
    measure: str | None = None
    per: str | None = None


@dataclass(frozen=True)
class Pillar:
    """A pillar of readiness and the items that it is asked by."""

    key: str
    weight: Fraction | None = None
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Readiness:
    """How readiness is asked and what it does."""

    scale: tuple[Fraction, Fraction] = (Fraction(1), Fraction(5))
    assumed: Fraction = Fraction(1, 2)
    delay: Fraction = Fraction(1)
    loss: Fraction = Fraction(3, 10)
    pillars: tuple[Pillar, ...] = ()


@dataclass(frozen=True)
class Dimension:
    """A dimension: what a unit of benefit is worth in it, how many a plan takes, and the other names that it has."""

    priority: Fraction | None = None
    aliases: tuple[str, ...] = ()
    subdimensions: tuple[str, ...] = ()
    quota: Quota | None = None


@dataclass(frozen=True)
class Binding:
    """What binds a plan: money by calendar year or one amount, numbers of programs, months."""

    budget: Mapping[int, Fraction] | Fraction | None = None
    total: Quota | None = None
    per_owner: int | None = None
    latest_start: Fraction | date | None = None


@dataclass(frozen=True)
class Fact:
    """A number about the place."""

    value: Fraction
    assumed: bool = False


@dataclass(frozen=True)
class Locality:
    """The context: how numbers are written here, and facts."""

    symbol: str = "Rp"
    decimal: str = ","
    unit: Fraction = Fraction(10**9)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    coverage: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True)
class Program:
    """A program: a mapping of estimates is phases, cost parts or pillars, a lone one the short form."""

    id: str
    name: str
    time_to_benefit: Estimate | Readings
    dimension: str | None = None
    owner: str | None = None
    beneficiaries: Estimate | None = None
    lasts: Estimate | None = None
    impact: Readings = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    provides: Readings = field(default_factory=dict)
    reachable: Estimate | None = None
    cost: Estimate | Readings | None = None
    funding: str | None = None
    readiness: Estimate | Mapping[str, Estimate | Readings] | None = None
    depends_on: tuple[str, ...] = ()
    conflicts_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class Study:
    """Criteria, context and programs together; the defaults are those of the contract."""

    criteria: tuple[Criterion, ...]
    programs: tuple[Program, ...]
    start: date | None = None
    deadline: Fraction | date = Fraction(12)
    horizon: int = 24
    discount_rate: Fraction = Fraction(0)
    model: tuple[Fraction, Fraction] | None = None  # weights of impact and time in a sum; None: product
    quick_impact: Fraction = Fraction(2, 5)
    quick_readiness: Fraction = Fraction(2, 5)
    readiness: Readiness = field(default_factory=Readiness)
    dimensions: Mapping[str, Dimension] = field(default_factory=dict)
    budget_opens: Mapping[str, date] = field(default_factory=dict)
    locality: Locality | None = None
    plan: Binding | None = None  # None: any plan and any quotas may stand in the file
