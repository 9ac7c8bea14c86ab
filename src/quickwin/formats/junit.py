"""Findings as a JUnit report, so that CI viewers count the files that are sound and those that are not."""

import re
from collections.abc import Container, Mapping, Sequence
from html import escape

from quickwin.cleaning import as_line, clean
from quickwin.finding import Finding, Rule, Severity
from quickwin.formats.text import Page, of_finding
from quickwin.say import say

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
USUAL: frozenset[Severity] = frozenset({"error", "warning"})
ATTACHED = re.compile(r"\[\[(?=ATTACHMENT)", re.IGNORECASE)
"""Jenkins and GitLab take `[[ATTACHMENT|path]]` in an output for a file to publish."""


def write(
    findings: Sequence[Finding], rules: Mapping[str, Rule], files: Sequence[str], grave: Container[Severity] = USUAL
) -> str:
    """A suite a file, in it a test a rule that has found something; a file without findings is one test that passes.

    Findings that are `grave`, most often errors and warnings, fail their test; others are its output. All that one rule
    finds in a file is one test, since viewers drop all but the first test of a name, and no name holds a line, so that
    its history goes on.

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
        failed = [code for code, group in by_code.items() if any(one.severity in grave for one in group)]
        cases = [case(file, rules[code], group, fails=code in failed) for code, group in by_code.items()] or [
            case(file)
        ]
        counts = {"tests": len(cases), "failures": len(failed), "errors": 0, "skipped": 0}
        suites.append(f"  <testsuite{written(name=file, **counts)}>\n{''.join(cases)}  </testsuite>\n")
        tests, failures = tests + len(cases), failures + len(failed)
    head = written(name="quickwin check", tests=tests, failures=failures, errors=0)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites{head}>\n{"".join(suites)}</testsuites>\n'


def case(file: str, rule: Rule | None = None, group: Sequence[Finding] = (), *, fails: bool = False) -> str:
    """A test: of a file in which nothing was found, or of one rule in a file."""
    name = f"{file}: {rule.code} {rule.name}" if rule else file
    head = f"    <testcase{written(classname=dotted(file), name=name, file=file)}"
    if not rule:
        return f"{head}/>\n"
    told = text("\n\n".join(block(one) for one in group))
    if not fails:
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
