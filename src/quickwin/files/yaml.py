"""YAML text → plain data, and a path in it → Place."""

from yaml.error import MarkedYAMLError, YAMLError

from quickwin.files.builder import Builder, Stopped
from quickwin.files.decode import decode
from quickwin.files.document import Data, Document, Plain
from quickwin.files.parser import Parser
from quickwin.files.syntax import explain
from quickwin.files.text import Text
from quickwin.finding import Finding, Place, in_order
from quickwin.say import say

__all__ = ["Data", "Document", "Plain", "read", "read_value"]


def read(text: bytes, file: str) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    r"""The documents of a YAML file that say something, and what is wrong with it.

    `file` is its name in the findings. Behind a fault that makes the rest unreadable nothing is read; the
    documents before it are there all the same.

    >>> documents, findings = read(b"id: water\ncost: 5\nid: road\n", "programs/water.yaml")
    >>> documents[0].data, documents[0].place(["cost"]).line
    ({'id': 'water', 'cost': '5'}, 2)
    >>> findings[0].what
    '“id” stands here a second time; the first is in line 1.'
    """
    decoded = decode(text, file)
    if isinstance(decoded, Finding):
        return (), (decoded,)
    builder = Builder(decoded)
    try:
        builder.build(Parser(decoded.parsed).get_event)
    except Stopped as stopped:
        builder.findings.append(stopped.finding)
    except YAMLError as error:
        builder.findings.append(_explained(decoded, error))
    return tuple(builder.documents), in_order(builder.findings)


def read_value(text: str, file: str) -> tuple[Data, tuple[Finding, ...]]:
    """One YAML value, as given to --set PATH=VALUE; nothing is None.

    The findings are about `file` (the option's name) as a whole, with the value as their excerpt.

    >>> read_value("[6, 12]", "--set plan.total")
    (['6', '12'], ())
    """
    documents, found = read(text.encode("utf-8", "surrogatepass"), file)
    findings = [Finding(one.code, Place(file, excerpt=one.place.excerpt), one.what, one.mend) for one in found]
    if len(documents) > 1:
        what = say("There are {count} values here, and one is expected.", count=len(documents))
        findings.append(Finding("QW102", Place(file), what, say("Leave out the line “---”.")))
    return (documents[0].data if documents else None), tuple(findings)


def _explained(text: Text, error: YAMLError) -> Finding:
    """A complaint of the YAML parser in plain words."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return explain(text, str(error), 0, "", None)
    context_offset = error.context_mark.index if error.context_mark else None
    return explain(text, error.problem or "", error.problem_mark.index, error.context or "", context_offset)
