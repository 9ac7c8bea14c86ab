"""The command line: what it lists, what it imports, and how a run ends."""

import io
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

import quickwin
from quickwin import cli
from quickwin.cli import COMMANDS, main

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., None]], None]:
    """Put a function in the place of the command `rank`."""

    def put(function: Callable[..., None]) -> None:
        module = types.ModuleType("quickwin.commands.rank")
        vars(module)["rank"] = function
        monkeypatch.setitem(sys.modules, "quickwin.commands.rank", module)

    return put


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_the_commands_in_order(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([option]) == 0
    shown = capsys.readouterr().out.split("Commands:")[1]
    assert [line.split()[0] for line in shown.splitlines() if line.startswith("  ")][: len(COMMANDS)] == list(COMMANDS)
    assert "..." not in shown, "a line of help is cut"


@pytest.mark.parametrize("words", [["--help"], ["plan", "--help"], ["roadmap", "--help"]], ids=" ".join)
def test_help_imports_no_room_but_its_own(words: list[str], run_python: Run) -> None:
    heavy = [
        "numpy",
        "yaml",
        "rich",
        "highspy",
        *(f"quickwin.{room}" for room in ("study", "engine", "files", "answers", "formats")),
    ]
    program = f"import sys; from quickwin.cli import main; main({words}); print(*sys.modules)"
    loaded = set(run_python("-c", program).stdout.splitlines()[-1].split())
    assert "quickwin.cli" in loaded
    assert not loaded & set(heavy)


def test_a_command_is_imported_only_when_it_is_called(run_python: Run) -> None:
    program = (
        "import sys; from quickwin.cli import main; main(['schema', '--help']);"
        "print([name for name in sys.modules if name.startswith('quickwin.commands.')])"
    )
    assert run_python("-c", program).stdout.splitlines()[-1] == "['quickwin.commands.schema']"


def test_without_a_command_help_is_shown_and_the_usage_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Commands:" in "".join(capsys.readouterr())


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"quickwin {quickwin.__version__}\n"


def test_python_m_quickwin(run_python: Run, tmp_path: Path) -> None:
    ran = run_python("-m", "quickwin", "--version", cwd=tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"quickwin {quickwin.__version__}\n", "")


def test_an_unknown_command_is_wrong_usage_with_the_one_that_was_meant(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rnak"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "No such command 'rnak'. Did you mean 'rank'?" in shown.err


def test_an_unknown_option_is_wrong_usage_with_the_one_that_was_meant(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rank", "--skip-invalids"]) == 2
    assert "--skip-invalid" in capsys.readouterr().err


def test_a_command_shows_its_own_help_for_h(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rank", "-h"]) == 0
    assert "Usage: quickwin rank [OPTIONS]" in capsys.readouterr().out


@pytest.mark.parametrize("status", [0, 1, 2])
def test_a_command_decides_the_exit_status(status: int, stand_in: Callable[[Callable[..., None]], None]) -> None:
    def rank() -> None:
        raise typer.Exit(status)

    stand_in(rank)
    assert main(["rank"]) == status


def test_ctrl_c_says_stopped(
    stand_in: Callable[[Callable[..., None]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    def rank() -> None:
        raise KeyboardInterrupt

    stand_in(rank)
    assert main(["rank"]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


@pytest.mark.parametrize("fault", [ValueError("one\ntwo"), MemoryError(), RecursionError("deep"), ImportError("gone")])
def test_a_fault_of_our_own_is_one_sentence(
    fault: Exception,
    stand_in: Callable[[Callable[..., None]], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def rank() -> None:
        raise fault

    stand_in(rank)
    monkeypatch.delenv("QUICKWIN_DEBUG", raising=False)
    assert main(["rank"]) == 70
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert type(fault).__name__ in shown.err
    assert "QUICKWIN_DEBUG=1" in shown.err


def test_with_quickwin_debug_a_fault_shows_where(
    stand_in: Callable[[Callable[..., None]], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def rank() -> None:
        raise ValueError

    stand_in(rank)
    monkeypatch.setenv("QUICKWIN_DEBUG", "1")
    assert main(["rank"]) == 70
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no broken pipes of this kind")
@pytest.mark.parametrize("length", [1, 1_000_000])
def test_a_reader_that_goes_away_ends_the_run_quietly(length: int) -> None:
    source = Path(cli.__file__).parents[1]
    program = f"""
import sys, types
sys.path.insert(0, {str(source)!r})
def rank() -> None:
    sys.stdin.readline()
    print("x" * {length})
module = types.ModuleType("quickwin.commands.rank")
module.rank = rank
sys.modules["quickwin.commands.rank"] = module
from quickwin.cli import main
sys.exit(main(["rank"]))
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(b"\n")
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_no_character_ends_a_run(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(raw, encoding=encoding))
    cli.never_choke()
    sys.stdout.write("\u2192 \udcff")
    sys.stdout.flush()
    arrow = "\u2192".encode() if encoding == "utf-8" else b"\\u2192"
    assert raw.getvalue() == arrow + b" \\udcff"


def test_an_encoding_that_is_asked_for_is_kept(run_python: Run) -> None:
    program = "from quickwin.cli import never_choke; never_choke(); print('\\u2192')"
    assert run_python("-c", program, env={"PYTHONIOENCODING": "cp1252"}).stdout == "\\u2192\n"
    assert run_python("-c", program, env={"PYTHONIOENCODING": "utf-8"}).stdout == "\u2192\n"


def test_on_windows_a_pipe_gets_utf_8(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    monkeypatch.setattr(cli.os, "name", "nt")
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    cli.never_choke()
    sys.stdout.write("\u2192")
    sys.stdout.flush()
    assert raw.getvalue() == "\u2192".encode()


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        ("quickwin ra", 1, ["rank"]),
        ("quickwin rank --skip", 2, ["--skip-invalid"]),
        ("quickwin --vers", 1, ["--version"]),
    ],
)
def test_completion_knows_commands_and_their_options(
    words: str, place: int, expected: list[str], run_python: Run
) -> None:
    env = {"_QUICKWIN_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(place)}
    assert run_python("-m", "quickwin", env=env).stdout.split() == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_completion_script_is_printed(shell: str, run_python: Run) -> None:
    env = {"_QUICKWIN_COMPLETE": f"source_{shell}"}
    ran = run_python("-m", "quickwin", env=env)
    assert ran.returncode == 0
    assert "_QUICKWIN_COMPLETE=complete_" + shell in ran.stdout


def test_a_full_disk_is_no_fault_of_ours(root: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "quickwin", "schema"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=root, check=False)
    assert ran.returncode == cli.UNWRITABLE
    assert ran.stderr == "The output cannot be written: No space left on device.\n"


def test_the_ids_of_programs_are_completed(run_python: Run) -> None:
    env = {"_QUICKWIN_COMPLETE": "complete_bash", "COMP_WORDS": "quickwin explain village-", "COMP_CWORD": "2"}
    completed = run_python("-m", "quickwin", env=env).stdout.split()
    assert {"village-internet", "village-power"} <= set(completed)
