"""`quickwin rule`: what does a rule of check look for, and why?"""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quickwin.options import Form, Format, Output
from quickwin.say import say
from quickwin.screen import FILE_WIDTH, answer, by_name, emit, stop

if TYPE_CHECKING:
    from quickwin.finding import Rule


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            show_default=False,
            help=say("A code such as QW401, its name such as not-in-year, or QW4 for all that begin so."),
        ),
    ] = None,
    form: Form = None,
    output: Output = None,
) -> None:
    """Say what a rule of check looks for, the case behind it, and how to mend what it finds; or list the rules.

    Examples: quickwin rule · quickwin rule QW401 · quickwin rule no-owner · quickwin rule QW4 --format markdown
    """
    from quickwin.checking.manual import chosen, document, manual, table

    rules = manual() if code is None else chosen(code)
    if code is not None and not rules:
        stop(unknown(code))
    output = None if output is None or str(output) == "-" else output
    form = form or Format(by_name(output))
    if form in {Format.TABLE, Format.MARKDOWN} and len(rules) == 1:
        tell(rules[0], form, output)
    else:
        answer(None, [table(rules)], lambda: document(rules), form, output)


def unknown(word: str) -> str:
    """That there is no such rule, with the one that may be meant."""
    from quickwin.checking.manual import GROUPS, chosen, manual
    from quickwin.study.problem import nearest, quoted

    same = chosen("".join(filter(str.isdecimal, word)))
    group = word.strip()[:3].upper()
    near = same[0].code if len(same) == 1 else nearest(word, [one.name for one in manual()])
    if near and (len(same) == 1 or group not in GROUPS):
        mend = say("Did you mean {name}?", name=quoted(near))
    elif group in GROUPS:
        mend = say("“quickwin rule {group}” lists those that begin so.", group=group)
    else:
        mend = say("“quickwin rule” lists them.")
    return say("There is no rule {word}. {mend}", word=quoted(word), mend=mend)


def tell(one: "Rule", form: Format, output: Path | None) -> None:
    """Print the page of a rule: its Markdown as it is, or as text."""
    from quickwin.formats import page

    heading = f"{one.code} {one.name} ({one.severity})"
    if form == Format.MARKDOWN:
        from quickwin.checking.manual import markdown

        emit(markdown(one), output)
    elif output is None:
        page.show(heading, one.page, sys.stdout)
    else:
        text = io.StringIO()
        page.show(heading, one.page, text, width=FILE_WIDTH, color=False)
        emit(text.getvalue(), output)
