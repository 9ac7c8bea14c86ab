"""The documents say what is so: what they show is run, what they count is counted, what they name is there.

A command in a ```console block, `$ quickwin …`, is run in a copy of the study, or, in a document that holds a study of
its own (```yaml blocks that begin with `# criteria.yaml` and the like), among its files. What stands below it must be
what it says, a line `…` standing for any lines; nothing below it: it must only go well. `--update-golden` writes what
is said now.
"""

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests import reference

from quickwin.cli import main
from quickwin.engine.shapley import shapley
from quickwin.files.yaml import read
from quickwin.study.json_schema import KINDS, schema
from quickwin.study.quantity import Kind, Unreadable, parse

Run = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
STUDY = ("criteria.yaml", "contexts", "programs", "schemas")
CUT = "…"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INSTALLS = re.compile(r"(python3 -m venv|\.venv/bin/pip install|\.venv/bin/pytest|\.ci/run)\b")
"""What is not run here, since `.ci/run` runs it: it needs the network or would run these tests again."""


def text_of(document: Path) -> str:
    return document.read_text(encoding="utf-8")


def fenced(text: str, language: str) -> list[str]:
    return [content for name, content in FENCED.findall(text) if name == language]


def files_in(text: str) -> dict[str, str]:
    """The files that a document holds, by name."""
    named = ((re.match(r"# (\S+\.yaml)\n", content), content) for content in fenced(text, "yaml"))
    return {found[1]: content for found, content in named if found}


def build(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")


# --- commands -------------------------------------------------------------------------------------------------


def turns(block: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a console block, with the lines below it."""
    parts = re.split(r"^\$ (.*)\n", block, flags=re.MULTILINE)
    assert not parts[0], f"a console block begins with “$ ”: {parts[0]}"
    for command, said in zip(parts[1::2], parts[2::2], strict=True):
        yield command, said.splitlines()


def as_shown(said: list[str], expected: list[str]) -> list[str]:
    """What was said, cut where the document cuts it."""
    if CUT not in expected:
        return said
    before = expected.index(CUT)
    after = len(expected) - before - 1
    assert CUT not in expected[before + 1 :], "a command is cut once"
    assert before + after <= len(said), "more is shown than was said"
    return [*said[:before], CUT, *said[len(said) - after :]]


class Terminal:
    """Runs commands as a reader of a document would, in a folder that the document has to itself."""

    def __init__(self, folder: Path, run_python: Run) -> None:
        self.folder = folder
        self.run_python = run_python

    def block(self, block: str) -> str:
        """A console block with what its commands say now; where nothing is shown, it is enough that they go well."""
        lines, way = ["```console"], ""
        for command, expected in turns(block):
            lines.append(f"$ {command}")
            if command.startswith("cd "):
                way += f"{command} && "
                continue
            status, said = self.run(way + command)
            assert expected or status == 0, "\n".join(said)
            lines += as_shown(said, expected) if expected else []
        return "\n".join([*lines, "```"])

    def run(self, command: str) -> tuple[int, list[str]]:
        """The exit status of a command, and the lines that it prints."""
        steps = [step for step in command.split(" && ") if not INSTALLS.match(step)] or ["true"]
        script = BEFORE + " && ".join(steps).replace(".venv/bin/quickwin", "quickwin")
        ran = self.run_python("-c", SHELL, script, cwd=self.folder, env={"COLUMNS": COLUMNS})
        return ran.returncode, [line.rstrip() for line in ran.stdout.splitlines()]


COLUMNS = "80"
BEFORE = f'quickwin() {{ "{sys.executable}" -m quickwin "$@"; }}\nexec 2>&1\n'
SHELL = "import os, sys; os.execvp('bash', ['bash', '-c', sys.argv[1]])"


def room_for(document: Path, folder: Path) -> None:
    """What a document's commands are run among: its own files, or a copy of the study."""
    own = files_in(text_of(document))
    if "criteria.yaml" in own:
        build(folder, own)
        return
    for name in STUDY:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)


@pytest.mark.parametrize(
    "document", [one for one in DOCUMENTS if CONSOLE.search(text_of(one))], ids=lambda one: one.name
)
def test_every_command_that_a_document_shows_says_what_it_shows(
    document: Path, tmp_path: Path, run_python: Run, *, update_golden: bool
) -> None:
    room_for(document, tmp_path)
    terminal = Terminal(tmp_path, run_python)
    written = CONSOLE.sub(lambda found: terminal.block(found[1]), text_of(document))
    if update_golden:
        document.write_text(written, encoding="utf-8")
    assert text_of(document) == written


@pytest.mark.parametrize(
    "document", [one for one in DOCUMENTS if fenced(text_of(one), "python")], ids=lambda one: one.name
)
def test_every_piece_of_python_runs(document: Path, tmp_path: Path, run_python: Run) -> None:
    room_for(document, tmp_path)
    ran = run_python("-W", "error", "-c", "".join(fenced(text_of(document), "python")), cwd=tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")


# --- the files ------------------------------------------------------------------------------------------------


def test_the_tables_of_the_files_are_made_from_the_models(*, update_golden: bool) -> None:
    document = ROOT / "docs" / "files.md"
    made = reference.filled(text_of(document))
    if update_golden:
        document.write_text(made, encoding="utf-8")
    assert text_of(document) == made, "made from the models with --update-golden"


def test_every_mapping_of_the_files_has_a_table() -> None:
    shown = {found[2].removesuffix("Keys") for found in reference.TABLE.finditer(text_of(ROOT / "docs" / "files.md"))}
    held = {name for kind in KINDS for name in schema(kind)["$defs"]} - {"Performance"}  # an estimate by another name
    assert shown == held | {model.__name__ for model in KINDS.values()}


def test_the_yaml_for_beginners_is_yaml() -> None:
    sheet = next(text for text in fenced(text_of(ROOT / "docs" / "files.md"), "text") if text.startswith("name: "))
    documents, findings = read(sheet.encode(), "sheet")
    assert (len(documents), findings) == (1, ())
    data = documents[0].data
    assert isinstance(data, dict)
    assert (data["owner"], data["partners"]) == ("Dinas PU: water", ["DPMD", "PDAM"])
    assert data["kpi"] == [{"name": "households with water", "target": "300"}]


KIND = {
    "people": Kind.COUNT,
    "money": Kind.MONEY,
    "score": Kind.SCORE,
    "share": Kind.SHARE,
    "months": Kind.MONTHS,
}


def rows(text: str, columns: str) -> list[list[str]]:
    """The rows of the tables with these columns, by their heading."""
    found = re.findall(rf"^\| {re.escape(columns)} \|\n\|[-|]+\|\n((?:\|.*\|\n)+)", text, re.MULTILINE)
    return [[cell.strip() for cell in line.strip("|").split("|")] for table in found for line in table.splitlines()]


def as_read(cell: str, kind: str) -> float:
    """The number that a cell such as `"1,5"` or `12000` is read as, without quotes as YAML has it."""
    written = cell.strip("`")
    return parse(written.strip('"'), KIND[kind], plain=not written.startswith('"')).value


def test_numbers_are_read_as_the_document_says() -> None:
    shown = rows(text_of(ROOT / "docs" / "files.md"), "Written | As | Read as")
    assert len(shown) > 10
    for written, kind, value in shown:
        assert as_read(written, kind) == pytest.approx(float(value), rel=1e-4), written


def test_what_can_mean_two_things_is_refused_and_its_mend_is_read() -> None:
    shown = rows(text_of(ROOT / "docs" / "files.md"), "Written | As | Why it is refused | Write")
    assert len(shown) > 10
    for written, kind, _, mends in shown:
        with pytest.raises(Unreadable):
            as_read(written, kind)
        for mend in mends.split(" or "):
            assert as_read(mend, kind) >= 0


# --- the model ------------------------------------------------------------------------------------------------

MODEL = text_of(ROOT / "docs" / "model.md")
LINE = re.compile(r"^(?P<name>[a-z ]+?) *= (?P<sum>.+?) += (?P<result>−?[\d.]+)$")
OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: lambda one, other: one + other,
    ast.Sub: lambda one, other: one - other,
    ast.Mult: lambda one, other: one * other,
    ast.Div: lambda one, other: one / other,
}


def worth(written: str) -> Fraction:
    """A sum as people write it, worked out exactly and apart from quickwin: `100% · (1 − 0.75)`."""
    plain = re.sub(r"([\d.]+)%", r"(\1 / 100)", written.replace("·", "*").replace("−", "-"))

    def of(node: ast.expr) -> Fraction:
        if isinstance(node, ast.BinOp):
            return OPERATIONS[type(node.op)](of(node.left), of(node.right))
        if isinstance(node, ast.UnaryOp):
            return -of(node.operand)
        assert isinstance(node, ast.Constant)
        return Fraction(str(node.value))

    return of(ast.parse(plain, mode="eval").body)


def worked(text: str) -> dict[str, Fraction]:
    """The lines of arithmetic in a text, each checked against its own result to the digits shown."""
    found = {}
    for line in "".join(fenced(text, "text")).splitlines():
        match = LINE.match(line)
        assert match, line
        exact, shown = worth(match["sum"]), worth(match["result"])
        digits = len(match["result"].partition(".")[2])
        assert abs(exact - shown) <= Fraction(1, 2 * 10**digits), line
        found[match["name"]] = exact
    return found


def section(heading: str) -> str:
    """The part of docs/model.md below a heading, up to the next one."""
    return MODEL.partition(f"\n{heading}\n")[2].partition("\n##")[0]


@pytest.fixture
def ranked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What quickwin makes of the study in docs/model.md, by id."""
    build(tmp_path, files_in(MODEL))
    monkeypatch.chdir(tmp_path)
    assert main(["rank", "--format", "json"]) == 0
    programs = json.loads(capsys.readouterr().out)["programs"]
    return {program["id"]: program for program in programs}


@pytest.mark.parametrize("id", ["power", "internet", "market"])
def test_the_example_by_hand_is_what_quickwin_computes(id: str, ranked: dict[str, Any]) -> None:
    by_hand, program = worked(section(f"### {id}")), ranked[id]
    whole = {
        **{f"value of {key}": one["value"] for key, one in program["criteria"].items()},
        **{key: value for key, value in program.items() if key in by_hand},
        "costs most": program["costs_most"]["points"],
    }
    assert set(by_hand) >= {"impact", "coverage", "readiness", "start", "months", "timeliness", "delivery", "score"}
    assert {key: whole[key] for key in by_hand} == pytest.approx({key: float(one) for key, one in by_hand.items()})


def test_the_example_says_the_classes_and_the_order(ranked: dict[str, Any]) -> None:
    # Impact · coverage · timeliness · delivery · priority, as worked in the document; 43/60 is 0.4 · 2/3 + 0.6 · 3/4.
    scores = {
        "internet": 100 * 43 / 60 * 0.9 * 13.75 / 24 * 0.925**2,
        "power": 100 * 0.46 * 17.5 / 24 * 0.925 * 0.9,
        "market": 100 * 0.6 * 0.25 * 0.85,
    }
    assert list(ranked) == list(scores)
    assert {id: program["score"] for id, program in ranked.items()} == pytest.approx(scores)
    for id, program in ranked.items():
        assert f"**{program['class']}**" in section(f"### {id}")
    assert [ranked[id]["waits_for"] for id in scores] == ["power", "money", "money"]
    assert (ranked["market"]["missing"], ranked["market"]["held_by"]) == (["reach", "rules"], ["money", "readiness"])


def test_two_factors_share_a_difference_as_the_document_says() -> None:
    by_hand = worked(section("## Why one stands above another"))
    parts = shapley(np.array([0.4, 0.8]), np.array([0.6, 0.5]), lambda factors: 100 * factors.prod(axis=-1))
    assert parts.tolist() == pytest.approx([float(by_hand["part of impact"]), float(by_hand["part of coverage"])])
    assert by_hand["sum of parts"] == by_hand["score of one"] - by_hand["score of other"]


# --- JSON -----------------------------------------------------------------------------------------------------

OPEN = {
    *("set", "inputs", "programs[].central_weights", "first.weights", "methods[].ranks"),
    *("programs[].cost", "robust.plan.starts", "robust.best_expected.starts"),
}
"""Objects whose keys are names of files, settings, criteria, programs and years."""


def documented(schema_name: str) -> dict[str, set[str]]:
    """The keys that docs/json.md names, by the path of their object."""
    text = text_of(ROOT / "docs" / "json.md").partition(f"\n## {schema_name}\n")[2].partition("\n## ")[0]
    parts = re.split(r"^### `(.+)`$", text, flags=re.MULTILINE)
    tables = zip(["", *parts[1::2]], parts[::2], strict=True)
    return {path: set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) for path, table in tables}


def keys(part: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every key in a document, as (path of its object, key)."""
    if isinstance(part, list):
        for one in part:
            yield from keys(one, f"{path}[]")
    elif isinstance(part, dict) and path not in OPEN:
        for key, value in part.items():
            yield path, key
            below = f"{path}.{key}" if path else key
            if key == "criteria" and path == "programs[]":
                yield from (inner for one in value.values() for inner in keys(one, f"{below}{{}}"))
            elif key != "program" or path not in {"", "sheets[]"}:
                yield from keys(value, below)


def gathered(documents: list[dict[str, Any]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path, key in (pair for document in documents for pair in keys(document)):
        found.setdefault(path, set()).add(key)
    return found


@pytest.fixture
def says(capsys: pytest.CaptureFixture[str]) -> Callable[..., dict[str, Any]]:
    """The JSON that a command prints about a folder."""

    def run(command: str, *words: str) -> dict[str, Any]:
        assert main([command, *words, "--format", "json"]) == 0
        answer: dict[str, Any] = json.loads(capsys.readouterr().out)
        return answer

    return run


def test_every_key_of_the_ranking_is_in_the_document(says: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    build(tmp_path, files_in(MODEL) | {"programs/broken.yaml": "name: No time\n"})
    answer = says("rank", str(tmp_path), "--skip-invalid", "--weight", "reach=50%")
    assert gathered([answer]) == documented("quickwin/rank/1")
    assert answer["set"] == {"criteria.reach.share": "50%"}


def test_every_key_of_the_explanation_is_in_the_document(says: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    build(tmp_path, files_in(MODEL))
    explained = [says("explain", *words, str(tmp_path)) for words in (["power"], ["market", "--versus", "power"])]
    assert gathered(explained) == documented("quickwin/explain/1")
    ranked = says("rank", str(tmp_path))["programs"]
    assert explained[0]["program"] == next(program for program in ranked if program["id"] == "power")


def test_every_key_of_the_agreement_is_in_the_document(says: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    files = files_in(text_of(ROOT / "docs" / "worksheet.md"))
    ideas = files["programs/ideas.yaml"].replace("equity: some", "equity: {raters: {Bappeda: some, Dinkes: most}}")
    build(tmp_path, files | {"programs/ideas.yaml": ideas})
    written = documented("quickwin/worksheet/1")
    written[""] |= {"title", "set", "inputs", "skipped"}
    assert gathered([says("worksheet", str(tmp_path))]) == written


def test_every_key_of_the_robustness_is_in_the_document(says: Callable[..., dict[str, Any]]) -> None:
    answer = says("robust", str(ROOT), "--draws", "500", "--first", "nib-drive", "--methods")
    answer |= {"raters": []}
    written = documented("quickwin/robust/1")
    written[""] |= {"title", "set", "inputs", "skipped"}
    assert gathered([answer]) == written


def test_every_key_of_the_plan_is_in_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    asked = (
        "--must",
        "e-library",
        "--binds",
        "--budget",
        "2 miliar",
        "--budget",
        "5 miliar",
        "--robust",
        "--draws",
        "40",
    )
    documents = []
    for words, status in (((*asked,), 0), (("--must", "village-internet"), 1)):
        assert main(["plan", str(ROOT), *words, "--format", "json"]) == status
        documents.append(json.loads(capsys.readouterr().out))
    written = documented("quickwin/plan/1")
    written[""] |= {"title", "set", "inputs", "skipped"}
    assert gathered(documents) == written


def test_every_key_of_the_roadmap_is_in_the_document(says: Callable[..., dict[str, Any]]) -> None:
    plan, written = documented("quickwin/plan/1"), documented("quickwin/roadmap/1")
    written[""] |= {"title", "set", "inputs", "skipped", "status", "gap", "benefit", "years", "budget", "wishes"}
    written["programs[]"] |= plan["programs[]"]
    assert gathered([says("roadmap", str(ROOT))]) == written | {"years[]": plan["years[]"]}


def test_every_key_of_the_profile_sheets_is_in_the_document(
    says: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    ids = ("village-internet", "kim-groups", "qris-parking")
    answer = says("profile", *ids, "--programs", str(ROOT / "programs"))
    written = documented("quickwin/profile/1")
    written[""] |= {"title", "set", "inputs", "skipped"}
    assert gathered([answer]) == written
    ranked = {one["id"]: one for one in says("rank", str(ROOT))["programs"]}
    assert [sheet["program"] for sheet in answer["sheets"]] == [ranked[id] for id in ids]
    build(tmp_path, files_in(MODEL) | {"programs/broken.yaml": "name: No time\n"})
    skipping = says("profile", "power", "--programs", str(tmp_path / "programs"), "--skip-invalid")
    assert set(skipping["skipped"][0]) == documented("quickwin/rank/1")["skipped[]"]


def test_every_key_of_the_report_is_in_the_document(says: Callable[..., dict[str, Any]], tmp_path: Path) -> None:
    build(tmp_path, files_in(MODEL) | {"programs/broken.yaml": "name: No time\n"})
    answer = says("check", str(tmp_path), "--fail-on", "never")
    written = documented("quickwin/check/1")
    ranked = documented("quickwin/rank/1")
    written[""] |= {"title", "set", "inputs", "skipped"}
    assert gathered([answer]) == written | {"skipped[]": ranked["skipped[]"], **summary(answer)}


def summary(answer: dict[str, Any]) -> dict[str, set[str]]:
    """The keys of the summary, which the document names in a sentence."""
    named = re.search(r"\| `summary` .*", text_of(ROOT / "docs" / "json.md"))
    assert named
    assert {f"`{key}`" for key in answer["summary"]} <= set(re.findall(r"`\w+`", named[0]))
    return {"summary": set(answer["summary"])}


def test_every_key_of_the_rules_is_in_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "QW4", "--format", "json"]) == 0
    assert gathered([json.loads(capsys.readouterr().out)]) == documented("quickwin/rule/1")


# --- the way of one number ------------------------------------------------------------------------------------


def the_way() -> list[tuple[str, str]]:
    """The files and functions that CONTRIBUTING.md names on the way of one number."""
    shown = rows(text_of(ROOT / "CONTRIBUTING.md"), "File | Function | What the number is there")
    return [(file.strip("`"), function.strip("`")) for file, function, _ in shown]


def test_a_number_goes_the_way_that_the_guide_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, files_in(MODEL))
    monkeypatch.chdir(tmp_path)
    way = the_way()
    stations = {(str(ROOT / file), function): (file, function) for file, function in way}
    met: list[tuple[str, str]] = []

    def meet(frame: Any, event: str, _: object) -> None:
        place = stations.get((frame.f_code.co_filename, frame.f_code.co_name))
        if event == "call" and place:
            met.append(place)

    before = sys.getprofile()
    sys.setprofile(meet)
    try:
        assert main(["rank"]) == 0
    finally:
        sys.setprofile(before)
    assert len(way) > 10
    later = iter(met)
    assert [place for place in way if place not in later] == []


# --- links ----------------------------------------------------------------------------------------------------


def anchors(document: Path) -> set[str]:
    """The headings of a document as links name them."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", text_of(document)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.name)
def test_every_link_leads_somewhere(document: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", FENCED.sub("", text_of(document))):
        if link.startswith("https://"):
            continue
        name, _, anchor = link.partition("#")
        target = document.parent / name if name else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link
