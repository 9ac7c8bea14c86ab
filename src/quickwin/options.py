"""Options that commands share, as types: `def rank(paths: Paths = None, settings: Sets = None) -> None`."""

import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from quickwin.say import say

WHOLE = re.compile(r"[0-9]+|[1-9][0-9]{0,2}(?:[.,\u00a0\u202f ][0-9]{3})+")
"""Whole numbers, in groups of three too: where only they can stand, a dot or comma is no decimal mark."""


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class PlanFormat(StrEnum):
    """How a plan is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    ICS = "ics"


class CheckFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


class FailOn(StrEnum):
    """From which gravity on a finding makes the command fail."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class Numbers(StrEnum):
    """What a mark in a number is that may be two things."""

    THOUSANDS = "thousands"
    DECIMAL = "decimal"


class WorksheetFormat(StrEnum):
    """How sheets, or the agreement of raters, are written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    XLSX = "xlsx"


class By(StrEnum):
    """What a ranking goes by."""

    SCORE = "score"
    VALUE = "value"


Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATHS",
        show_default="programs/",
        help=say("Files of programs, or folders that hold them. Given some files, only these are judged."),
    ),
]
"""None stands for programs/."""

Checked = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATHS",
        show_default="programs/",
        help=say("Files or folders to check, criteria.yaml and contexts too; - reads one file from standard input."),
    ),
]
"""None stands for the whole study."""

Criteria = Annotated[
    Path | None,
    typer.Option(
        "--criteria",
        metavar="FILE",
        help=say("The file that says how to judge. Left out: the nearest criteria.yaml at or above the first path."),
    ),
]

Sets = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="PATH=VALUE",
        help=say("Change an entry of criteria.yaml for this run: deadline=9, or ease.weight=40; repeatable."),
    ),
]

Weights = Annotated[
    list[str] | None,
    typer.Option(
        "--weight",
        metavar="KEY=SHARE",
        help=say("Give a criterion this share of its group, the others the rest: reach=40%; repeatable."),
    ),
]

SkipInvalid = Annotated[
    bool,
    typer.Option(
        "--skip-invalid",
        help=say("Leave out programs with errors, and those that depend on them, and go on."),
    ),
]

Form = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        case_sensitive=False,
        show_default="by the name of the --output file, else table",
        help=say("table to read, csv for a spreadsheet, markdown for a document, json for other software."),
    ),
]

CheckForm = Annotated[
    CheckFormat | None,
    typer.Option(
        "--format",
        "-f",
        case_sensitive=False,
        show_default="by the name of the --output file, else text",
        help=say(
            "text to read, concise for a line each; github, gitlab, sarif, junit for CI; json for other software."
        ),
    ),
]

WorksheetForm = Annotated[
    WorksheetFormat | None,
    typer.Option(
        "--format",
        "-f",
        case_sensitive=False,
        show_default="with --for xlsx, or csv without openpyxl; else as rank",
        help=say("With --for: xlsx for Excel, or csv. Else table, csv, markdown or json, as for rank."),
    ),
]

CheckOutput = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=say("Write the report to this file, such as report.sarif, report.xml or report.json."),
    ),
]

Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=say("Write the answer to this file, such as ranking.csv, ranking.md or ranking.json."),
    ),
]


def whole(least: int, most: int | None = None) -> Callable[[str], int]:
    """A reader of whole numbers in a range, as people write them: 10000, 10.000 or 10 000."""

    def read(text: str | int) -> int:
        digits = WHOLE.fullmatch(str(text))
        number = int(re.sub(r"\D", "", str(text))) if digits else -1
        if digits and number >= least and (most is None or number <= most):
            return number
        limits = (
            say("{least} or more", least=least) if most is None else say("{least} to {most}", least=least, most=most)
        )
        raise typer.BadParameter(say("Write a whole number, {limits}.", limits=limits))

    return read


def program_ids(incomplete: str) -> list[str]:
    """Ids that a shell may complete: the names of the files below programs/."""
    names = sorted(file.stem for file in Path("programs").rglob("*.y*ml") if not file.name.startswith("."))
    return [name for name in names if name.startswith(incomplete)]


Must = Annotated[
    list[str] | None,
    typer.Option(
        "--must",
        metavar="ID",
        help=say("This program must be in the plan; repeatable."),
        autocompletion=program_ids,
    ),
]

Without = Annotated[
    list[str] | None,
    typer.Option(
        "--without",
        metavar="ID",
        help=say("This program must not be in the plan; repeatable."),
        autocompletion=program_ids,
    ),
]

Lock = Annotated[
    list[str] | None,
    typer.Option(
        "--lock",
        metavar="ID@MONTH",
        help=say("This program must start in this month: 0 is the first, or write 2023-01; repeatable."),
    ),
]

Unfunded = Annotated[
    bool,
    typer.Option("--unfunded", help=say("Also choose from programs for which no money is stated.")),
]

TimeLimit = Annotated[
    int,
    typer.Option(
        "--time-limit",
        parser=whole(1),
        metavar="SECONDS",
        help=say("Take the best plan found after so many seconds, and say how much better one could be."),
    ),
]
