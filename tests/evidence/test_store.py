"""Archived documents are kept once, never overwritten, and what was altered is noticed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from factbook.diagnostics.problem import Problem
from factbook.evidence.snapshots import mismatched, read_snapshots, snapshots_at, text_of
from factbook.evidence.store import Store, StoreError, digest, open_store

if TYPE_CHECKING:
    from pathlib import Path

PAGE = b"<html><p>Eight rockets were fired at the zone on Sunday.</p></html>"
TEXT = "Eight rockets were fired at the zone on Sunday."
SHA256 = digest(PAGE)


def opened(address: str, root: Path) -> Store:
    store = open_store(address, root)
    assert isinstance(store, Store), store
    return store


@pytest.fixture(params=["snapshots", "memory://", "file://", "absolute"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    address = {
        "snapshots": "snapshots",
        "memory://": f"memory://{uuid4().hex}/snapshots",
        "file://": f"file://{tmp_path}/other",
        "absolute": str(tmp_path / "absolute"),
    }[request.param]
    return opened(address, tmp_path)


def test_a_document_is_kept_with_its_text(store: Store) -> None:
    assert (len(store), store.get(SHA256), store.text(SHA256)) == (0, None, None)
    assert store.keep(PAGE, TEXT) == SHA256
    assert dict(store) == {SHA256: PAGE}
    assert text_of(store, SHA256) == TEXT
    assert mismatched(store) == []


def test_keeping_twice_keeps_the_first_text(store: Store) -> None:
    store.keep(PAGE, "one")
    store.keep(PAGE, "other")
    assert (len(store), text_of(store, SHA256)) == (1, "one")


def test_a_document_without_a_kept_text_is_read_when_asked(store: Store) -> None:
    store.keep(PAGE, None)
    assert store.text(SHA256) is None
    assert text_of(store, SHA256) == TEXT


@pytest.mark.parametrize("name", ["0" * 64, "", "../../etc/passwd", SHA256.upper()])
def test_what_is_not_there_is_not_there(store: Store, name: str) -> None:
    store.keep(PAGE, TEXT)
    assert name not in store
    assert (store.get(name), text_of(store, name), store.texts(name)) == (None, None, [])


def altered(folder: Path, ending: str) -> Path:
    [path] = [one for one in folder.rglob(f"{SHA256}*") if one.name.endswith(ending)]
    path.write_bytes(path.read_bytes().replace(b"Eight", b"Eihgt"))
    return path


def test_an_altered_document_is_noticed_and_proves_nothing(tmp_path: Path) -> None:
    store = opened("snapshots", tmp_path)
    store.keep(PAGE, None)
    path = altered(tmp_path, SHA256)
    [problem] = mismatched(store)
    assert (problem.rule, problem.spot.path) == ("snapshot-mismatch", str(path))
    assert mismatched(store, ["0" * 64]) == []
    assert text_of(store, SHA256) is None
    with pytest.raises(StoreError, match="does not hold what its name says"):
        store.keep(PAGE, None)
    assert b"Eihgt" in path.read_bytes()


def test_an_altered_text_is_noticed_and_not_used(tmp_path: Path) -> None:
    store = opened("snapshots", tmp_path)
    store.keep(PAGE, TEXT)
    path = altered(tmp_path, ".txt")
    assert [problem.spot.path for problem in mismatched(store)] == [str(path)]
    assert text_of(store, SHA256) == TEXT  # as the document itself has it


def test_a_folder_that_was_filled_by_a_store_is_read_as_one(tmp_path: Path) -> None:
    opened("snapshots", tmp_path).keep(PAGE, "Eight, as kept")
    snapshots, problems = read_snapshots(tmp_path)
    assert (dict(snapshots), problems) == ({SHA256: PAGE}, [])
    assert text_of(snapshots, SHA256) == "Eight, as kept"
    for ending in (".txt", SHA256):
        altered(tmp_path, ending)
    snapshots, problems = read_snapshots(tmp_path)
    assert {problem.rule for problem in problems} == {"snapshot-mismatch"}
    assert (len(problems), dict(snapshots)) == (2, {})


def test_snapshots_are_found_at_whatever_address(tmp_path: Path) -> None:
    opened("snapshots", tmp_path).keep(PAGE, TEXT)
    opened("memory://shared", tmp_path).keep(PAGE, TEXT)
    for address in ("snapshots", "memory://shared", f"file://{tmp_path}/snapshots"):
        found, problems = snapshots_at(address, tmp_path)
        assert (dict(found), problems) == ({SHA256: PAGE}, []), address
    for address in ("nowhere", "gcs://bucket"):
        found, [problem] = snapshots_at(address, tmp_path)
        assert (dict(found), problem.rule) == ({}, "no-snapshots"), address


def test_a_mapping_is_looked_through_too() -> None:
    assert mismatched({SHA256: PAGE}) == []
    assert [one.rule for one in mismatched({SHA256: b"other"})] == ["snapshot-mismatch"]


def test_many_may_write_at_a_time(tmp_path: Path) -> None:
    documents = [f"document {number % 5}".encode() for number in range(40)]

    def keep(content: bytes) -> None:
        opened("snapshots", tmp_path).keep(content, content.decode())

    threads = [threading.Thread(target=keep, args=(one,)) for one in documents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store = opened("snapshots", tmp_path)
    assert sorted(store.values()) == sorted(set(documents))
    assert mismatched(store) == []
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize(
    "error",
    [
        OSError(28, "No space left"),
        FileNotFoundError("No space left"),
        RuntimeError("No space left"),
    ],
)
def test_a_write_that_fails_leaves_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """Each driver raises what its own library does."""
    store = opened("snapshots", tmp_path)

    def full(*_: object) -> None:
        raise error

    monkeypatch.setattr(type(store._files), "mv", full)  # noqa: SLF001 - a disk that is full
    with pytest.raises(StoreError, match="cannot be reached: No space left"):
        store.keep(PAGE, TEXT)
    monkeypatch.undo()
    assert (list(store), list(tmp_path.rglob("*.part"))) == ([], [])


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "snapshots").write_text("a file")
    with pytest.raises(StoreError, match="the snapshots at snapshots cannot be reached"):
        opened("snapshots", tmp_path).keep(PAGE, TEXT)


@pytest.mark.parametrize(
    ("address", "message", "mend"),
    [
        ("gcs://bucket/x", "no driver is installed for the snapshots at gcs://bucket/x", "gcsfs"),
        ("memroy://x", "memroy://x is no place for snapshots", "did you mean memory?"),
    ],
)
def test_an_address_without_a_driver_is_a_problem(
    tmp_path: Path, address: str, message: str, mend: str
) -> None:
    problem = open_store(address, tmp_path)
    assert isinstance(problem, Problem)
    assert problem.message.startswith(message)
    assert mend in problem.mend
