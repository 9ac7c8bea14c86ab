"""Findings as a JUnit report, so that CI viewers count the files that are sound and those that are not."""

import re
from collections.abc import Mapping, Sequence
from html import escape

from quickwin.cleaning import as_line, clean
from quickwin.finding import Finding, Rule
from quickwin.formats.text import Page, of_finding
from quickwin.say import say

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ATTACHED = re.compile(r"\[\[(?=ATTACHMENT)", re.IGNORECASE)
"""Jenkins and GitLab take `[[ATTACHMENT|path]]` in an output for a file to publish."""


def write(findings: Sequence[Finding], rules: Mapping[str, Rule], files: Sequence[str]) -> str:
    """A suite a file, in it a test a rule that has found something; a file without findings is one test that passes.

    Errors and warnings fail their test, notes are its output. All that one rule finds in a file is one test, since
    viewers drop all but the first test of a name, and no name holds a line, so that its history goes on.

    >>> print(write([], {}, ["criteria.yaml"]), end="")
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="quickwin check" tests="1" failures="0" errors="0">
      <testsuite name="criteria.yaml" tests="1" failures="0" errors="0" skipped="0">
        <testcase classname="criteria" name="criteria.yaml" file="criteria.yaml"/>
      </testsuite>
    </testsuites>
    """
    found: dict[str, dict[str, list[Finding]]] = {
        file: {} for file in sorted({*files, *(one.place.file for one in findings)})
    }
    for one in findings:
        found[one.place.file].setdefault(one.code, []).append(one)
    suites, tests, failures = [], 0, 0
    for file, by_code in found.items():
        failed = sum(map(fails, by_code.values()))
        cases = [case(file, rules[code], group) for code, group in by_code.items()] or [case(file)]
        counts = {"tests": len(cases), "failures": failed, "errors": 0, "skipped": 0}
        suites.append(f"  <testsuite{written(name=file, **counts)}>\n{''.join(cases)}  </testsuite>\n")
        tests, failures = tests + len(cases), failures + failed
    head = written(name="quickwin check", tests=tests, failures=failures, errors=0)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{head}>\n{"".join(suites)}</testsuites>\n'


def fails(group: Sequence[Finding]) -> bool:
    """Whether one of the findings is more than a note."""
    return any(one.severity != "note" for one in group)


def case(file: str, rule: Rule | None = None, group: Sequence[Finding] = ()) -> str:
    """A test: of a file in which nothing was found, or of one rule in a file."""
    name = f"{file}: {rule.code} {rule.name}" if rule else file
    head = f"    <testcase{written(classname=dotted(file), name=name, file=file)}"
    if not rule:
        return f"{head}/>\n"
    told = text("\n\n".join(block(one) for one in group))
    if not fails(group):
        return f"{head}>\n      <system-out>{told}</system-out>\n    </testcase>\n"
    message = group[0].what if len(group) == 1 else say("{n} times: {what}", n=len(group), what=group[0].what)
    return f"{head}>\n      <failure{written(type=rule.code, message=message)}>{told}</failure>\n    </testcase>\n"


def dotted(file: str) -> str:
    """The name of a file as that of a class, so that viewers put it below its folder.

    >>> dotted("programs/village-internet.yaml"), dotted("../a.yml")
    ('programs.village-internet', 'a')
    """
    return ".".join(re.sub(r"\.ya?ml$", "", file, flags=re.IGNORECASE).split("/")).strip(".") or file


def block(finding: Finding) -> str:
    """The lines of a finding, as in a terminal."""
    return "\n".join(map(as_line, of_finding(finding, Page())))


def text(plain: str) -> str:
    """Cleaned text as the content of an element."""
    return escape(NOT_XML.sub("\ufffd", ATTACHED.sub("[\ufffd", plain)))


def written(**attributes: str | int) -> str:
    """Attributes, each behind a blank."""
    return "".join(f' {key}="{text(clean(str(value)))}"' for key, value in attributes.items())
