"""Reading within limits, and writing whole or not at all."""

import os
import stat
import threading
from pathlib import Path

import pytest

from quickwin.files.disk import digest, read_file, write_whole
from quickwin.finding import Finding, Place


def refused(path: Path) -> Finding:
    """The finding for a file that cannot be read."""
    finding = read_file(path, "shown.yaml")
    assert isinstance(finding, Finding)
    assert (finding.code, finding.place) == ("QW101", Place("shown.yaml"))
    assert finding.mend
    return finding


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\r\n\x00\xff\x1a")
    assert read_file(tmp_path / "a", "a") == b"\r\n\x00\xff\x1a"


def test_four_mebibytes_are_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(bytes(4 * 1024 * 1024))
    assert read_file(path, "a") == bytes(4 * 1024 * 1024)
    with path.open("ab") as file:
        file.write(b"x")
    assert "4 MiB" in refused(path).what
    os.truncate(path, 10**12)  # a hole, and not read
    assert "4 MiB" in refused(path).what


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path in (tmp_path / "pipe.yaml", tmp_path, Path("/dev/zero"), Path("/dev/tty")):
        thread = threading.Thread(target=refused, args=(path,), daemon=True)
        thread.start()
        thread.join(10)
        assert not thread.is_alive()
        refused(path)


def test_missing_and_impossible_names_are_findings(tmp_path: Path) -> None:
    assert "no file" in refused(tmp_path / "a").what
    (tmp_path / "a").touch()
    for path in (tmp_path / "a" / "b", Path("a\0b"), Path("x" * 5000)):
        refused(path)
    (tmp_path / "loop").symlink_to("loop")
    refused(tmp_path / "loop")


def test_a_file_that_may_not_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").touch()

    def refuse(path: Path, _: int) -> int:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "open", refuse)  # permissions do not bind whoever runs tests as root
    assert "not allowed" in refused(tmp_path / "a").what


def test_a_digest_is_the_sha_256() -> None:
    # FIPS 180-2, appendix B.1
    assert digest(b"abc") == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_new_file_is_written_with_the_usual_permissions(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_whole(tmp_path / "a", b"new\r\n")
    finally:
        os.umask(old)
    assert (tmp_path / "a").read_bytes() == b"new\r\n"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_an_existing_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(0o604)
    write_whole(path, b"")
    assert path.read_bytes() == b""
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder/a")
    write_whole(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "folder" / "a").read_bytes() == b"x"


@pytest.mark.parametrize("failing", ["fsync", "replace", "chmod"])
def test_a_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(OSError, match="No space"):
        write_whole(tmp_path / "a", b"new")
    monkeypatch.undo()
    assert (tmp_path / "a").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_what_cannot_be_replaced_raises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "no" / "folder", tmp_path / "pipe", Path("/dev/null")):
        with pytest.raises(OSError):  # noqa: PT011  # each in its own words
            write_whole(path, b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
