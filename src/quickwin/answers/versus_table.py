"""Why one program stands above another, as a sentence and a table."""

from collections.abc import Iterator

from quickwin.answers.explanation import Explanation
from quickwin.answers.versus import Cause
from quickwin.answers.wording import joined, signed
from quickwin.say import say
from quickwin.table import Column, Row, Table


def versus(explanation: Explanation) -> Table:
    """The difference of two programs, split among its causes."""
    split, one, other = explanation.versus, explanation.program, explanation.other
    if split is None or other is None:
        raise ValueError("an explanation without another program has no difference")
    rows = [
        Row((cause.title, cause.one, cause.other, cause.points)) for cause in split.causes if abs(cause.points) > 5e-10
    ]
    rows.append(Row((say("sum"), None, None, split.points), "good"))
    columns = (
        Column("cause", "Cause"),
        Column("one", one.name, "share"),
        Column("other", other.name, "share"),
        Column("points", "Points", "points"),
    )
    return Table(
        say("{one} against {other}", one=one.name, other=other.name),
        columns,
        tuple(rows),
        lead=tuple(versus_in_words(explanation)),
    )


def versus_in_words(explanation: Explanation) -> Iterator[str]:
    """The difference in one sentence: what speaks for the one, and what for the other."""
    split, one, other = explanation.versus, explanation.program, explanation.other
    if split is None or other is None:
        return
    word = say("more") if split.points >= 0 else say("fewer")
    sentence = say(
        "{one} ({score:.1f}) has {points:.1f} points {word} than {other} ({other_score:.1f})",
        one=one.name,
        score=split.score,
        points=abs(split.points),
        word=word,
        other=other.name,
        other_score=split.other_score,
    )
    gains = [said(cause) for cause in split.causes if cause.points > 0.05][:3]
    losses = [said(cause) for cause in split.causes if cause.points < -0.05][:3]
    if gains:
        sentence += say(": for it speak {gains}", gains=joined(gains))
    if losses:
        sentence += say("{and_} against it {losses}", and_=";" if gains else ":", losses=joined(losses))
    yield sentence + "."


def said(cause: Cause) -> str:
    """A cause with its points."""
    return say("{title} ({points})", title=cause.title, points=signed(cause.points))
