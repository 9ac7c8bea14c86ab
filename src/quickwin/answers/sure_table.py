"""Plans over draws as people read them: the core of all good plans, and what becomes of two of them."""

from collections.abc import Iterator

from quickwin.answers.planned import Calendar
from quickwin.answers.sure import ALL, NONE, Core, Hangs, Sure
from quickwin.answers.wording import joined
from quickwin.say import counted, say
from quickwin.table import Column, Row, Table


def tables(found: Sure, calendar: Calendar) -> tuple[Table, Table]:
    """The core of all good plans, and the plans over the draws, as people read them."""
    columns = (
        Column("name", say("Program")),
        Column("draws", say("In the best plan of"), "text"),
        Column("what", say("So it is")),
        Column("planned", say("In the plan")),
        Column("expected", say("In the plan expected to bring most")),
    )
    shown = [one for one in found.programs if one.core_index > NONE]
    rows = tuple(
        Row((one.name, held_by(one, found), kind(one), mark(inside=one.planned), mark(inside=one.expected)))
        for one in shown
    )
    core = Table(say("Sure things"), columns, rows, notes=tuple(on_core(found)))
    heads = (
        Column("plan", say("Plan")),
        Column("expected", say("Expected"), "points"),
        Column("interval", say("90% within")),
        Column("mean_loss", say("Mean loss"), "points"),
        Column("worst_loss", say("Worst loss"), "points"),
        Column("overspent", say("Over budget"), "share"),
    )
    plans = tuple(
        Row(
            (
                name,
                one.expected,
                say("{low:.0f}–{high:.0f}", low=one.interval[0], high=one.interval[1]),
                one.mean_loss,
                one.worst_loss,
                one.overspent,
            )
        )
        for name, one in ((say("the plan above"), found.plan), (say("most expected benefit"), found.best_expected))
    )
    return core, Table(say("What becomes of the plans"), heads, plans, notes=tuple(on_plans(found, calendar)))


def held_by(one: Core, found: Sure) -> str:
    """How many of the draws have a best plan that holds a program."""
    return say("{n} of {draws} draws", n=round(one.core_index * found.possible), draws=found.possible)


def kind(one: Core) -> str:
    """Whether a program is in every good plan, or in some."""
    return say("in every good plan") if one.core_index >= ALL else say("in some")


def mark(*, inside: bool) -> str | None:
    """Whether a program is in a plan."""
    return say("yes") if inside else None


def on_core(found: Sure) -> Iterator[str]:
    """What is said of the core."""
    yield say(
        "The best plan was sought in each of {draws}, in which weights, estimates, raters and costs differ "
        "(seed {seed}).",
        draws=counted(found.draws, say("draw"), say("draws")),
        seed=found.seed,
    )
    never = [one.name for one in found.programs if one.core_index <= NONE]
    if never:
        yield say("In no good plan: {names}.", names=joined(never))
    if found.possible < found.draws:
        yield say("In {n} of the draws no plan was possible.", n=found.draws - found.possible)


def on_plans(found: Sure, calendar: Calendar) -> Iterator[str]:
    """What is said of the plans."""
    yield say(
        "A loss is what the best plan of a draw, which nobody knows beforehand, brings more. No plan can be expected "
        "to bring more than {bound:.1f}.",
        bound=found.bound,
    )
    if found.hangs_on:
        yield say(
            "The plan above hangs most on {numbers}.", numbers=joined([one_number(one) for one in found.hangs_on])
        )
    if found.plan.starts == found.best_expected.starts:
        yield say("The plan above is also the one of most expected benefit.")
        return
    changed = [
        say("{name} in {month}", name=one.name, month=calendar.spoken(found.best_expected.starts[one.id]))
        for one in found.programs
        if one.expected and found.plan.starts.get(one.id) != found.best_expected.starts[one.id]
    ]
    gone = [one.name for one in found.programs if one.planned and not one.expected]
    if changed:
        yield say("The plan of most expected benefit starts {programs}.", programs=joined(changed))
    if gone:
        yield say("It leaves out {names}.", names=joined(gone))


def one_number(one: Hangs) -> str:
    """A number on which a plan hangs, and how much."""
    what = f"{one.id}:{one.path}" if one.id else say("the weight of “{title}”", title=one.name)
    return say("{what} ({share:.0%} of its variance)", what=what, share=one.share)
