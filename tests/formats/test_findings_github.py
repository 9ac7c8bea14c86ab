"""Findings as commands of a GitHub workflow."""

from dataclasses import dataclass

from hypothesis import given
from tests.formats.hostile import MANY, RULES, finding

from quickwin.cleaning import clean
from quickwin.finding import Finding
from quickwin.formats.github import write


@dataclass
class Command:
    name: str
    properties: dict[str, str]
    message: str


def command(line: str) -> Command | None:
    """What a GitHub runner takes a line of a log for, by its source (Runner.Common/ActionCommand.cs)."""
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, written = line[2:end].partition(" ")
    pairs = (pair.partition("=") for pair in written.split(",") if pair)
    return Command(name, {key: unescaped(value, ":,") for key, _, value in pairs}, unescaped(line[end + 2 :], ""))


def unescaped(text: str, more: str) -> str:
    for character in ("\r", "\n", *more, "%"):
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def commands(text: str) -> list[Command]:
    return [found for line in text.splitlines() if (found := command(line))]


def test_a_finding_stands_beside_its_line() -> None:
    text = write([finding(what="50% is late: too late.", file="programs/a,b:c.yaml")], RULES)
    assert text == (
        "::warning file=programs/a%2Cb%3Ac.yaml,line=3,col=8,title=QW401 not-in-year::"
        "programs/a,b:c.yaml:3:8: 50%25 is late: too late.%0AMend it.\n"
        "1 warning in 1 file\n"
    )


def test_severities_are_githubs() -> None:
    of_each = [finding(severity=severity) for severity in ("error", "warning", "note")]
    assert [one.name for one in commands(write(of_each, RULES))] == ["error", "warning", "notice"]


def test_a_whole_file_has_no_line() -> None:
    (one,) = commands(write([finding(line=0, column=0, mend="")], RULES))
    assert one.properties == {"file": "programs/a.yaml", "title": "QW401 not-in-year"}
    assert one.message == "programs/a.yaml: It is so."


def test_the_log_says_when_github_does_not_show_all() -> None:
    assert "log has them all" not in write([finding(line=n) for n in range(1, 11)], RULES)
    assert write([finding(line=n) for n in range(1, 12)], RULES).endswith(
        "11 warnings in 1 file\nGitHub shows the first 10 of a kind beside the files; this log has them all.\n"
    )


def test_nothing_found_is_nothing_said() -> None:
    assert not write([], RULES)


@given(MANY)
def test_no_file_starts_a_command_of_its_own(some: list[Finding]) -> None:
    text = write(some, RULES)
    text.encode("utf-8")
    found = commands(text)
    assert len(found) == len(some)
    assert text.count("\n") == len(text.splitlines())
    for one, finding_ in zip(found, some, strict=True):
        assert one.name in {"error", "warning", "notice"}
        assert one.properties["file"] == clean(finding_.place.file)
        assert one.properties.get("line", "0") == str(finding_.place.line)
        assert set(one.properties) <= {"file", "line", "col", "title"}
        assert one.message.split("\n")[1:] == ([clean(finding_.mend)] if finding_.mend else [])
        assert not any(command(line) for line in one.message.split("\n"))
    assert "##[" not in text
    assert "##vso[" not in text
