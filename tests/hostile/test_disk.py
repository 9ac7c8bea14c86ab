"""Files and folders that are no honest files: each is told about or passed over, and none is waited for."""

import errno
import os
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.hostile.expecting import read, sound_report
from tests.rules.rule_cases import Case

from quickwin.checking.check import check
from quickwin.checking.report import Report
from quickwin.study.study import Usage

PROGRAM = "name: Water\ndimension: society\ntime_to_benefit: 6\n"
Put = Callable[[], None]


def write(name: str, text: str = PROGRAM) -> Put:
    return lambda: put(name, text)


def put(name: str, text: str, folder: Path = Path()) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def link(name: str, to: str) -> Put:
    return lambda: Path(name).symlink_to(to)


def giant(name: str) -> Put:
    """A file of 100 MB without anything in it, which takes no room on the disk."""

    def make() -> None:
        with Path(name).open("wb") as file:
            file.truncate(100_000_000)

    return make


def pipe(name: str) -> Put:
    return lambda: os.mkfifo(name)


def listening(name: str) -> Put:
    """A socket, to which anybody may speak."""

    def make() -> None:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(name)

    return make


def both(*puts: Put) -> Put:
    def make() -> None:
        for one in puts:
            one()

    return make


def instead(name: str, put_there: Put) -> Put:
    """Something in the place of a file of the study."""

    def replace() -> None:
        Path(name).unlink()
        put_there()

    return replace


def without_programs() -> None:
    for file in sorted(Path("programs").iterdir()):
        file.unlink()
    Path("programs").rmdir()


LONG = "x" * 250 + ".yaml"
OUT = "is not followed"
GONE = "not there"
NO_FILE = "no file of text"
BOOKS, CONTEXT = "programs/books.yaml", "contexts/place.yaml"
CASES: dict[str, tuple[Put, str, str]] = {
    "100 MB": (giant("programs/a.yaml"), "programs/a.yaml", "4 MiB"),
    "a pipe": (pipe("programs/a.yaml"), "programs/a.yaml", NO_FILE),
    "a socket": (listening("programs/a.yaml"), "programs/a.yaml", NO_FILE),
    "a link to a device": (link("programs/a.yaml", "/dev/zero"), "programs/a.yaml", OUT),
    "a link to standard input": (link("programs/a.yaml", "/dev/stdin"), "programs/a.yaml", OUT),
    "a link out of the study": (link("programs/a.yaml", "/etc/passwd"), "programs/a.yaml", OUT),
    "a folder out of the study": (link("programs/a", "/etc"), "programs/a", OUT),
    "a link to nothing": (link("programs/a.yaml", "nothing.yaml"), "programs/a.yaml", GONE),
    "a link to itself": (link("programs/a.yaml", "a.yaml"), "programs/a.yaml", ""),
    "links in a circle": (
        both(link("programs/a.yaml", "b.yaml"), link("programs/b.yaml", "a.yaml")),
        "programs/a.yaml",
        "",
    ),
    "a folder that is a link to itself": (link("programs/a", "a"), "", ""),
    "folders in a circle": (link("programs/a", "."), "", ""),
    "a folder with the name of a file": (write("programs/a.yaml/b.yaml"), "programs/a.yaml/b.yaml", "owner"),
    "a line break in a name": (write("programs/a\nb.yaml"), "programs/a\nb.yaml", "letters"),
    "an escape code in a name": (write("programs/\x1b[31ma.yaml"), "programs/\x1b[31ma.yaml", "letters"),
    "a command to a CI job in a name": (write("programs/::error::a.yaml"), "programs/::error::a.yaml", "letters"),
    "a name that is no text": (write("programs/a\udcff.yaml"), "programs/a\\xff.yaml", "letters"),
    "a name of 255 bytes": (write(f"programs/{LONG}"), f"programs/{LONG}", "cannot be an id"),
    "the context is a pipe": (instead(CONTEXT, pipe(CONTEXT)), "criteria.yaml", "no file"),
    "the context is a folder": (instead(CONTEXT, write(f"{CONTEXT}/a.yaml")), "criteria.yaml", "no file"),
    "the context is a link to itself": (instead(CONTEXT, link(CONTEXT, "place.yaml")), "criteria.yaml", "no file"),
    "the context is a link out": (instead(CONTEXT, link(CONTEXT, "/etc/passwd")), "criteria.yaml", "lie in"),
    "the context is 100 MB": (instead(CONTEXT, giant(CONTEXT)), CONTEXT, "4 MiB"),
    "another context is a pipe": (pipe("contexts/other.yaml"), "", ""),
    "another context is a link to itself": (link("contexts/other.yaml", "other.yaml"), "", ""),
    "another context is a link out": (link("contexts/other.yaml", "/etc/passwd"), "", ""),
    "another context is a link to a device": (link("contexts/other.yaml", "/dev/zero"), "", ""),
    "another context is a folder": (write("contexts/other.yaml/a.yaml"), "", ""),
    "another context is 100 MB": (giant("contexts/other.yaml"), "contexts/other.yaml", "4 MiB"),
    "another context is no text": (
        write("contexts/other.yaml", "\0\0\0"),
        "contexts/other.yaml",
        "UTF-16",
    ),
    "criteria.yaml is 100 MB": (instead("criteria.yaml", giant("criteria.yaml")), "criteria.yaml", "4 MiB"),
    "criteria.yaml is a link out": (
        instead("criteria.yaml", link("criteria.yaml", "/etc/passwd")),
        "criteria.yaml",
        "",
    ),
    "programs is a file": (both(without_programs, write("programs")), "programs", "owner"),
}
"""What is put there, the file that is told about, and a word of what is told; nothing where it is passed over."""
USAGE: dict[str, Put] = {
    "criteria.yaml is a pipe": instead("criteria.yaml", pipe("criteria.yaml")),
    "criteria.yaml is a folder": instead("criteria.yaml", write("criteria.yaml/a")),
    "criteria.yaml is a device": instead("criteria.yaml", link("criteria.yaml", "/dev/zero")),
    "criteria.yaml is a link to itself": instead("criteria.yaml", link("criteria.yaml", "criteria.yaml")),
    "programs is a link to itself": both(without_programs, link("programs", "programs")),
}


def told(report: Report) -> dict[str, str]:
    """All that is told of each file."""
    found: dict[str, str] = {}
    for one in report.findings:
        found[one.place.file] = found.get(one.place.file, "") + f"{one.what} {one.mend}\n"
    return found


@pytest.mark.parametrize("title", CASES)
def test_what_is_no_honest_file_is_told_about(title: str, sound: Path) -> None:
    texts = read(sound)
    make, file, word = CASES[title]
    make()
    report = check([])
    sound_report(report, {name: text for name, text in texts.items() if name != file})
    assert word in told(report).get(file, "nothing")
    assert bool(told(report)) == bool(file)
    assert report.document()


@pytest.mark.parametrize("title", USAGE)
def test_without_a_criteria_yaml_or_programs_the_usage_is_told(title: str, sound: Path) -> None:
    USAGE[title]()
    with pytest.raises(Usage, match=r"criteria\.yaml|programs"):
        check([])
    assert sound.is_dir()


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/stdin", "/dev/null", "/proc/self/mem"])
def test_a_device_that_is_named_is_not_read(path: str, sound: Path) -> None:
    if not Path(path).exists():
        pytest.skip("a system without this device")
    report = check([Path(path)], criteria=sound / "criteria.yaml")
    assert {one.code for one in report.findings} == {"QW101"}


@pytest.mark.parametrize(
    "name", ["a\0b", "x" * 5000, "programs/" * 600 + "a", "a\nb", "\udcff", "\x1b[31m", "~", "", "*"]
)
def test_a_path_that_makes_no_sense_is_told(name: str, sound: Path) -> None:
    try:
        report = check([Path(name)] if name else [Path()])
    except Usage as usage:
        assert str(usage).isprintable()  # noqa: PT017  # either ending will do
    else:
        assert name == ""
        sound_report(report, read(sound))


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "nowhere.yaml", "programs", "\udcff", "/dev/zero"])
def test_a_criteria_yaml_that_makes_no_sense_is_told(name: str, sound: Path) -> None:
    with pytest.raises(Usage) as caught:
        check([sound / "programs"], criteria=Path(name))
    assert str(caught.value).isprintable()


def test_a_path_that_makes_no_sense_beside_one_that_does(sound: Path) -> None:
    with pytest.raises(Usage) as caught:
        check([sound / "programs", Path("x" * 5000)])
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOENT, errno.EIO, errno.EISDIR, errno.ELOOP, errno.ESTALE])
@pytest.mark.parametrize("name", ["books.yaml", "place.yaml"])
def test_a_file_that_is_gone_or_locked_when_it_is_opened(
    number: int, name: str, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def opened(path: str, *how: int) -> int:
        if Path(path).name == name:
            raise OSError(number, os.strerror(number), path)
        return real(path, *how)

    monkeypatch.setattr(os, "open", opened)
    report = check([])
    (folder,) = {"books.yaml": "programs", "place.yaml": "contexts"}[name].split()
    assert [(one.place.file, one.code) for one in report.findings] == [(f"{folder}/{name}", "QW101")]
    assert sound.is_dir()


def test_a_file_that_grows_while_it_is_read_ends(sound: Path) -> None:
    done = threading.Event()
    text = b"# a\n" * 100_000

    def grow() -> None:
        with (sound / "programs" / "books.yaml").open("ab") as file:
            while not done.is_set() and file.tell() < 20_000_000:
                file.write(text)
                file.flush()

    thread = threading.Thread(target=grow)
    thread.start()
    try:
        assert {one.code for one in check([]).findings} <= {"QW101", "QW102"}
    finally:
        done.set()
        thread.join()


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A study of a user without privileges, as whom the test runs; root itself may read all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Case("", "", ()).build(folder)
        put("contexts/other.yaml", "name: Other\n", folder)
        monkeypatch.chdir(folder)
        check([])  # imports all that it needs, as long as it may
        is_root = os.geteuid() == 0
        if is_root:
            for path in (folder, *folder.rglob("*")):
                os.chown(path, 65534, 65534)
            os.seteuid(65534)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
            for path in (folder, *folder.rglob("*")):
                path.chmod(0o700)


@pytest.mark.parametrize(
    ("locked", "mode", "file"),
    [
        ("programs/books.yaml", 0o000, "programs/books.yaml"),
        ("contexts/place.yaml", 0o000, "contexts/place.yaml"),
        ("contexts/other.yaml", 0o000, "contexts/other.yaml"),
        ("criteria.yaml", 0o000, "criteria.yaml"),
        ("programs", 0o000, "programs"),
        ("programs", 0o400, "programs/books.yaml"),
        ("contexts", 0o000, "criteria.yaml"),
        ("contexts", 0o400, "criteria.yaml"),
    ],
)
def test_what_may_not_be_read_is_told_about(locked: str, mode: int, file: str, nobody: Path) -> None:
    (nobody / locked).chmod(mode)
    try:
        report = check([])
    except Usage as usage:
        assert file in str(usage)  # noqa: PT017  # nothing is left to judge by
    else:
        assert {(one.place.file, one.code) for one in report.findings} >= {(file, "QW101")}
        sound_report(report, {})
