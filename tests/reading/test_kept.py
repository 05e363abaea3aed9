from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, NoReturn

import pytest

from factbook.reading import kept
from factbook.reading.cache_folder import MARK
from factbook.reading.kept import NOTHING_KEPT, Kept

if TYPE_CHECKING:
    from collections.abc import Callable

CONTENT = b"a line\nand bytes \x00\xff" * 50


def _folder(cache: Path) -> Path:
    [folder] = cache.iterdir()
    return folder


def test_what_was_put_is_there_in_the_next_run(tmp_path: Path, cache: Path) -> None:
    Kept.of(tmp_path).put("records", CONTENT)
    Kept.of(tmp_path).put("empty", b"")
    assert Kept.of(tmp_path).get("records") == CONTENT
    assert Kept.of(tmp_path).get("empty") == b""
    assert Kept.of(tmp_path).get("pages") is None
    assert Kept.of(tmp_path / "other").get("records") is None
    assert [stat_mode(one) for one in (cache, _folder(cache))] == ["700", "700"]
    assert sorted(path.name for path in _folder(cache).iterdir()) == ["empty", "records", MARK]


def stat_mode(path: Path) -> str:
    return f"{path.stat().st_mode & 0o777:o}"


def test_one_dossier_by_two_ways_is_one(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    Kept.of(tmp_path / "link").put("records", CONTENT)
    assert Kept.of(tmp_path / "real").get("records") == CONTENT


def test_what_came_last_is_kept(tmp_path: Path) -> None:
    Kept.of(tmp_path).put("records", b"old")
    Kept.of(tmp_path).put("records", b"new")
    assert Kept.of(tmp_path).get("records") == b"new"


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda _: b"",
    "torn in the header": lambda piece: piece[:20],
    "torn behind it": lambda piece: piece[: piece.index(b"\n") + 1],
    "torn at the end": lambda piece: piece[:-1],
    "longer": lambda piece: piece + b"x",
    "one bit altered": lambda piece: piece[:-9] + bytes([piece[-9] ^ 1]) + piece[-8:],
    "altered, and the digest of something else": lambda piece: piece.replace(b"a line", b"a lime"),
    "another form": lambda piece: piece.replace(b"factbook-kept 1", b"factbook-kept 2"),
    "no header": lambda _: CONTENT,
    "one endless line": lambda _: b"x" * 5000,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_piece_is_none(
    damage: Callable[[bytes], bytes], tmp_path: Path, cache: Path
) -> None:
    Kept.of(tmp_path).put("records", CONTENT)
    piece = _folder(cache) / "records"
    piece.write_bytes(damage(piece.read_bytes()))
    assert Kept.of(tmp_path).get("records") is None
    Kept.of(tmp_path).put("records", CONTENT)
    assert Kept.of(tmp_path).get("records") == CONTENT


def test_a_piece_under_another_name_is_none(tmp_path: Path, cache: Path) -> None:
    Kept.of(tmp_path).put("records", CONTENT)
    (_folder(cache) / "records").rename(_folder(cache) / "pages")
    assert Kept.of(tmp_path).get("pages") is None


def test_a_piece_of_another_version_of_the_code_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Kept.of(tmp_path).put("records", CONTENT)
    monkeypatch.setattr(kept, "code_version", lambda: "another")
    assert Kept.of(tmp_path).get("records") is None


def test_off_keeps_nothing(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTBOOK_CACHE", "off")
    for none in (Kept.of(tmp_path), NOTHING_KEPT):
        none.put("records", CONTENT)
        assert none.get("records") is None
        assert none.refused == ""
    assert not cache.exists()


@pytest.mark.parametrize("is_base", [True, False])
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
def test_a_folder_that_others_can_write_is_not_used(
    is_base: bool,  # noqa: FBT001 - a row
    mode: int,
    tmp_path: Path,
    cache: Path,
) -> None:
    before = Kept.of(tmp_path)
    before.put("records", CONTENT)
    (cache if is_base else _folder(cache)).chmod(mode)
    now = Kept.of(tmp_path)
    assert "can be written by others: chmod go-w" in now.refused
    assert now.get("records") is None
    before.put("pages", CONTENT)  # it became so while a build went on
    assert not (_folder(cache) / "pages").exists()


def test_a_folder_of_somebody_else_is_not_used(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Kept.of(tmp_path).put("records", CONTENT)
    monkeypatch.setattr(os, "geteuid", lambda: cache.stat().st_uid + 1)
    now = Kept.of(tmp_path)
    assert now.refused == f"{cache} belongs to somebody else"
    assert now.get("records") is None


def test_a_file_in_its_place_is_no_folder(tmp_path: Path, cache: Path) -> None:
    cache.write_text("mine")
    now = Kept.of(tmp_path)
    now.put("records", CONTENT)
    assert now.refused == f"{cache} is not a folder"
    assert cache.read_text() == "mine"


@pytest.mark.parametrize("place", [".", "dossier", "dossier/.cache"])
def test_a_folder_in_the_repository_is_not_used(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "dossier").mkdir()
    monkeypatch.setenv("FACTBOOK_CACHE", str(tmp_path / place / "kept"))
    now = Kept.of(tmp_path / "dossier")
    now.put("records", CONTENT)
    assert "lies in the repository" in now.refused
    assert now.get("records") is None
    assert not (tmp_path / place / "kept").exists()


@pytest.mark.parametrize("reason", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EDQUOT])
def test_a_disk_that_takes_nothing_harms_no_build(
    reason: int, tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Kept.of(tmp_path).put("records", CONTENT)

    def refuse(*_: object, **__: object) -> NoReturn:
        raise OSError(reason, os.strerror(reason))

    for name in ("mkdir", "touch", "write_text"):
        monkeypatch.setattr(Path, name, refuse)
    monkeypatch.setattr(kept, "mkstemp", refuse)
    Kept.of(tmp_path).put("records", b"new")
    Kept.of(tmp_path / "other").put("records", b"new")
    assert Kept.of(tmp_path).get("records") == CONTENT
    assert len(list(cache.iterdir())) == 1


def test_a_disk_that_is_full_half_way_leaves_the_old_piece_and_nothing_torn(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Kept.of(tmp_path).put("records", CONTENT)

    def full(prefix: str, **where: Path) -> tuple[int, str]:
        number, name = mkstemp(prefix=prefix, dir=where["dir"])
        os.close(number)
        return os.open("/dev/full", os.O_WRONLY), name

    monkeypatch.setattr(kept, "mkstemp", full)
    Kept.of(tmp_path).put("records", b"new")
    assert Kept.of(tmp_path).get("records") == CONTENT
    assert sorted(path.name for path in _folder(cache).iterdir()) == ["records", MARK]


WRITER = """
import sys
from pathlib import Path
from factbook.reading.kept import Kept
for number in range(300):
    Kept.of(Path(sys.argv[1])).put("records", sys.argv[2].encode() * (number * 100 + 1))
"""


def test_of_two_writers_one_is_last_and_no_reader_meets_half_a_piece(tmp_path: Path) -> None:
    started = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), word])  # noqa: S603 - ours
        for word in "ab"
    ]
    found = set()
    while any(one.poll() is None for one in started):
        content = Kept.of(tmp_path).get("records")
        if content is not None:
            found.add((content[:1], len(content) % 100, len(set(content))))
    assert [one.returncode for one in started] == [0, 0]
    assert Kept.of(tmp_path).get("records") in {b"a" * 29_901, b"b" * 29_901}
    assert found <= {(b"a", 1, 1), (b"b", 1, 1)}
