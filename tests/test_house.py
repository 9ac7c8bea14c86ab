"""The house holds: every layer in its place, every command complete, every path in the documents there."""

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import quickwin
from quickwin.cli import COMMANDS, real

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "quickwin"
SOURCES = sorted(PACKAGE.rglob("*.py"))


def name_of(source: Path) -> str:
    return source.relative_to(PACKAGE).as_posix()


NAMES = [name_of(source) for source in SOURCES]

SHARED = {"say", "cleaning", "finding", "table", "event"}
MAY_IMPORT = {
    "say": set[str](),
    "cleaning": set[str](),
    "finding": {"say", "cleaning"},
    "table": {"say"},
    "event": set[str](),
    "files": SHARED,
    "study": SHARED | {"files"},
    "engine": set[str](),
    "answers": SHARED | {"files", "study", "engine"},
    "rules": SHARED | {"files", "study", "engine"},
    "checking": SHARED | {"files", "study", "rules"},
    "formats": SHARED,
    "opening": SHARED | {"files", "study", "checking"},
    "options": SHARED,
    "screen": SHARED | {"files", "study", "formats"},
    "verdict": SHARED | {"files", "checking", "formats", "screen"},
    "commands": SHARED
    | {"verdict"}
    | {"files", "study", "engine", "answers", "rules", "checking", "formats", "opening", "options", "screen"},
    "cli": {"say", "cleaning", "commands"},
    "__main__": {"cli"},
    "__init__": set[str](),
}
"""What each room or file at the top may import of ours, besides itself."""
EXCEPTIONS = {
    ("study/arrays.py", "engine"): "the one file where models meet numpy fills the engine's inputs",
    ("study/ancestry.py", "engine"): "the part of them that says who depends on whom",
    ("study/doubt.py", "engine"): "what is uncertain in a study, as the arrays that the engine draws from",
    ("study/ledger.py", "engine"): "the part of them that counts uncertain numbers",
    ("answers/robustness.py", "formats"): "a result shows itself as tables in a notebook",
    ("answers/ranking.py", "formats"): "a ranking shows itself as a table in a notebook",
    ("answers/agreed.py", "formats"): "the agreement of raters shows itself as tables in a notebook",
    ("answers/profiles.py", "formats"): "profile sheets show themselves as tables in a notebook",
    ("answers/planned.py", "formats"): "a plan shows itself as tables in a notebook",
    ("answers/roadmap.py", "formats"): "a roadmap shows itself as tables in a notebook",
    ("answers/explanation.py", "formats"): "an explanation shows itself as tables in a notebook",
}

ONLY_IN = {
    "yaml": ("files/",),
    "openpyxl": ("files/",),
    "pydantic": ("study/",),
    "numpy": ("engine/", "study/arrays.py", "study/ancestry.py", "study/doubt.py", "study/ledger.py", "answers/"),
    "highspy": ("engine/",),
    "rich": ("formats/",),
    "typer": ("cli.py", "commands/", "options.py", "screen.py"),
}

LINES_OF_A_FILE = 260
LINES_OF_A_FUNCTION = 45

NAMED_PATH = re.compile(r"`((?:src|tests|docs|benchmarks|programs|contexts|\.ci)/[\w./-]*)")


def room_of(name: str) -> str:
    return name.partition("/")[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that a file imports, by its full name; those that serve only types apart."""
    skipped = {id(inner) for node in ast.walk(tree) if only_for_types(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            if node.module == "quickwin":
                yield from (f"quickwin.{one.name}" for one in node.names)
            else:
                yield str(node.module)


def only_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def test_there_is_a_house() -> None:
    assert len(SOURCES) > 30


@pytest.mark.parametrize("name", NAMES)
def test_every_layer_keeps_its_place(name: str) -> None:
    tree = ast.parse((PACKAGE / name).read_text(encoding="utf-8"))
    room = room_of(name)
    allowed = MAY_IMPORT[room] | {room} | {other for file, other in EXCEPTIONS if file == name}
    rooms = {module.split(".")[1] for module in imported(tree) if module.startswith("quickwin.")}
    rooms.discard("__version__")
    assert rooms <= allowed, f"{name} may not import {sorted(rooms - allowed)}"


@pytest.mark.parametrize("name", NAMES)
def test_every_library_keeps_its_place(name: str) -> None:
    libraries = {module.split(".")[0] for module in imported(ast.parse((PACKAGE / name).read_text(encoding="utf-8")))}
    for library, places in ONLY_IN.items():
        if library in libraries:
            assert name.startswith(places), f"{library} belongs in {', '.join(places)}"


def lines_of_code(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body and body[-1].end_lineno else 0


@pytest.mark.parametrize("name", NAMES)
def test_files_and_functions_are_small(name: str) -> None:
    text = (PACKAGE / name).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LINES_OF_A_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert lines_of_code(node) <= LINES_OF_A_FUNCTION, f"{node.name} is long"


@pytest.mark.parametrize("name", NAMES)
def test_no_file_has_a_name_that_says_nothing(name: str) -> None:
    assert not set(Path(name).with_suffix("").parts) & {
        "utils",
        "util",
        "helpers",
        "common",
        "base",
        "manager",
        "misc",
    }


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_has_help_a_file_and_a_test(command: str) -> None:
    assert COMMANDS[command].endswith((".", "?"))
    assert (PACKAGE / "commands" / f"{command}.py").is_file()
    assert real(command).help, "the function's docstring is the help"
    for option in real(command).params:
        assert getattr(option, "help", None), f"{option.name} says nothing about itself"
    call = re.compile(rf"""["']{command}["']""")
    texts = {test: test.read_text(encoding="utf-8") for test in (ROOT / "tests").rglob("test_*.py")}
    assert any(call.search(text) for test, text in texts.items() if test != Path(__file__)), "no test calls it"


def test_every_command_file_is_a_command() -> None:
    files = {file.stem for file in (PACKAGE / "commands").glob("*.py")} - {"__init__"}
    assert files == set(COMMANDS)


@pytest.mark.parametrize("name", quickwin.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    found = getattr(quickwin, name)
    if callable(found):
        assert inspect.getdoc(found)
        assert not str(found.__doc__).startswith(f"{name}("), "dataclass wrote this docstring, nobody else did"


def test_public_names_are_unique_and_sorted() -> None:
    assert list(quickwin.__all__) == sorted(set(quickwin.__all__))


@pytest.mark.parametrize("name", NAMES)
def test_every_public_function_and_class_has_a_docstring(name: str) -> None:
    tree = ast.parse((PACKAGE / name).read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


def documents() -> list[Path]:
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def test_every_path_in_the_documents_exists() -> None:
    """But for the programs of the examples in the pages of rules."""
    gone = [
        f"{document.name}: {path}"
        for document in documents()
        for path in NAMED_PATH.findall(document.read_text(encoding="utf-8"))
        if not (ROOT / path).exists() and not (document.parent.name == "rules" and path.startswith("programs/"))
    ]
    assert not gone


def test_the_code_names_no_unfinished_work() -> None:
    marks = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]))
    assert not [name_of(source) for source in SOURCES if marks.search(source.read_text(encoding="utf-8"))]


def test_every_module_can_be_imported() -> None:
    for source in SOURCES:
        if source.name != "__main__.py":
            importlib.import_module(".".join(["quickwin", *Path(name_of(source)).with_suffix("").parts]))
