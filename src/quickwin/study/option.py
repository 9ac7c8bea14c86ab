"""Values of the command line, read as the files would read them."""

from collections.abc import Callable
from typing import TypeVar

from quickwin.files.yaml import Data
from quickwin.say import say
from quickwin.study.problem import Refused
from quickwin.study.reading import Reading
from quickwin.study.study import Usage

Value = TypeVar("Value")


def checked(given: str, option: str, reading: Reading, read: Callable[[Data, Reading], Value]) -> Value:
    """What `read` reads from the value of an option.

    Raises:
        Usage: it cannot be read; the message names the option.
    """
    try:
        return read(given.encode("utf-8").decode("utf-8"), reading)
    except UnicodeEncodeError:
        raise Usage(say("{option} holds signs that are no text. Type it again.", option=option)) from None
    except Refused as refused:
        sentences = (f"{problem.what} {problem.mend}".rstrip() for problem in refused.problems)
        raise Usage(f"{option}: {' '.join(sentences)}") from None
