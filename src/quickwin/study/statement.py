"""What a program states in numbers: people, months, impact, and the coverage that it brings."""

from typing import cast

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.estimate import Estimate, estimate, is_estimate
from quickwin.study.named import each, parts
from quickwin.study.problem import Gathering, did_you_mean, quoted, refuse
from quickwin.study.reading import Reading
from quickwin.study.scalar import count, money, months, share
from quickwin.study.scale import any_number
from quickwin.study.slip import certain


def counted(data: Data, reading: Reading) -> Estimate | None:
    """A number of people."""
    return estimate(data, count, reading)


def shared(data: Data, reading: Reading) -> Estimate | None:
    """A share of the target group."""
    return estimate(data, share, reading)


def paid(data: Data, reading: Reading) -> Estimate | None:
    """An amount of money."""
    return estimate(data, money, reading)


def measured(data: Data, reading: Reading) -> Estimate | None:
    """Any number, such as that of an indicator."""
    return estimate(data, any_number, reading)


def span(data: Data, reading: Reading) -> Estimate | None:
    """A span of time in months."""
    return estimate(data, months, reading)


def lasting(data: Data, reading: Reading) -> Estimate | None:
    """How long a benefit is felt, above 0."""

    def above_zero(data: Data, reading: Reading) -> float:
        value = months(data, reading)
        if not value:
            raise refuse(
                "QW109",
                say("A benefit that lasts 0 months is none."),
                say("Write how long it is felt, or delete the line: it then lasts to the horizon."),
            )
        return value

    return estimate(data, above_zero, reading)


Time = Estimate | dict[str, Estimate]


def read_time(data: Data, reading: Reading) -> Time:
    """Months to the first benefit, as one estimate or as phases.

    Raises:
        Refused: with every problem in it, or nothing is stated.
    """
    if isinstance(data, dict) and not is_estimate(data):
        phases = {name: months for name, months in each(span, say("a phase"))(data, reading).items() if months}
        if phases:
            return phases
    else:
        stated = span(data, reading)
        if stated:
            return stated
    raise refuse("QW106", say("No time is stated."), say("Write the months until the benefit is felt, for example 6."))


def read_impact(data: Data, reading: Reading) -> dict[str, Estimate]:
    """The performance on each criterion that the program states, by the criterion's key."""
    gathering = Gathering()
    stated = {}
    for key, given in parts(data, reading, gathering, say("a criterion")):
        leaf = reading.leaves.get(key) if reading.leaves is not None else None
        if leaf is None:
            if reading.leaves is not None and key not in reading.doubtful:
                known = [name for name, one in reading.leaves.items() if not one.criterion.measure]
                gathering.add(
                    "QW202",
                    say("{key} is not a criterion of criteria.yaml with a scale.", key=quoted(key)),
                    did_you_mean(key, known, say("criteria")),
                    path=(key,),
                    at_key=True,
                    fixes=certain(key, known, there=cast("dict[str, Data]", data)),
                )
        elif leaf.criterion.measure:
            gathering.add(
                "QW112",
                say(
                    "{key} is measured: it is read from {measure}.",
                    key=quoted(key),
                    measure=quoted(leaf.criterion.measure),
                ),
                say("Delete this line and write {measure} in the program.", measure=quoted(leaf.criterion.measure)),
                path=(key,),
                at_key=True,
            )
        elif given is not None:
            performance = gathering.take((key,), leaf.scale.read, given, reading)
            if performance:
                stated[key] = performance
    gathering.close()
    return stated


def check_enabler(name: str, reading: Reading) -> None:
    """Refuse an enabler that the context's coverage does not know."""
    if reading.enablers is not None and name not in reading.enablers and name not in reading.doubtful:
        raise refuse(
            "QW203",
            say("The context has no coverage of {name}.", name=quoted(name)),
            did_you_mean(name, reading.enablers, say("enablers"))
            if reading.enablers
            else say("Add it to “coverage” in the context that criteria.yaml names, or state “reachable”."),
            at_key=True,
            fixes=certain(name, reading.enablers),
        )


def read_provides(data: Data, reading: Reading) -> dict[str, Estimate]:
    """The coverage that the program adds, by enabler."""
    gathering = Gathering()
    added = {}
    for name, given in parts(data, reading, gathering, say("an enabler")):
        gathering.take((name,), check_enabler, name, reading)
        gain = None if given is None else gathering.take((name,), shared, given, reading)
        if gain:
            added[name] = gain
    gathering.close()
    return added
