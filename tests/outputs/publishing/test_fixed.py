"""A site folder that cannot be exchanged: a mount, or one whose surroundings may not be written.

Real mounts are tested where this machine allows them, and a folder taken for one everywhere.
"""

from __future__ import annotations

import errno
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factbook.outputs.publishing import ground, in_place
from factbook.outputs.publishing import site as publishing
from factbook.outputs.publishing.lock import BusyError
from factbook.outputs.publishing.site import staged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Publish = Callable[..., object]
    Read = Callable[[Path], dict[str, str]]

OLD = {"index.html": "old", "a/b/index.html": "same", "style.css": "same", "gone/x.html": "gone"}
NEW = {"index.html": "new", "a/b/index.html": "same", "style.css": "same", "more.html": "more"}


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    subprocess.run(["mount", *options, str(folder)], check=True, capture_output=True)  # noqa: S603, S607
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S603, S607


def may_mount() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        try:
            with mounted(Path(folder), "-t", "tmpfs", "tmpfs"):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False


MOUNTS = ["a disk", "a folder of the same disk"] if may_mount() else []


@pytest.fixture(params=[*MOUNTS, "taken for a mount", "cannot be renamed"])
def site(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    folder = tmp_path / "mount point"
    folder.mkdir()
    (tmp_path / "away").mkdir()
    options = {
        "a disk": ("-t", "tmpfs", "tmpfs"),
        "a folder of the same disk": ("--bind", str(tmp_path / "away")),
    }
    if request.param == "cannot be renamed":

        def refuse(*_: Path) -> None:
            raise OSError(errno.EBUSY, "busy", str(folder))

        monkeypatch.setattr(publishing, "swap", refuse)
    elif request.param == "taken for a mount":
        monkeypatch.setattr(ground, "is_mount", lambda path: path == folder)
    if request.param in options:
        with mounted(folder, *options[request.param]):
            yield folder
    else:
        yield folder


def test_files_are_replaced_one_by_one_and_this_is_said(
    site: Path, publish: Publish, read: Read
) -> None:
    publish(site, OLD)
    before = site.stat().st_ino
    outcome = publish(site, NEW)
    assert read(site) == NEW
    assert site.stat().st_ino == before
    assert outcome.fixed in {"it is a mount", "it cannot be renamed"}  # type: ignore[attr-defined]
    assert not (site / "gone").exists()
    hidden = {path.name for path in site.iterdir() if path.name.startswith(".")}
    assert hidden == {".factbook-files"}


def test_what_people_put_there_is_kept_and_what_is_hidden_stays(
    site: Path, publish: Publish, read: Read
) -> None:
    publish(site, OLD)
    (site / "mine.pdf").write_text("mine")
    (site / "index.html").write_text("edited")
    (site / ".htaccess").write_text("rules")
    publish(site, NEW)
    found = {".htaccess": "rules", ".kept/mine.pdf": "mine", ".kept/index.html": "edited"}
    assert read(site) == {**NEW, **found}


def test_a_file_may_become_a_folder_and_a_folder_a_file(
    site: Path, publish: Publish, read: Read
) -> None:
    publish(site, {"a": "file", "b/c.html": "page"})
    publish(site, {"a/c.html": "page", "b": "file"})
    assert read(site) == {"a/c.html": "page", "b": "file"}


def test_what_fails_before_the_first_file_is_replaced_leaves_the_old_site(
    site: Path, publish: Publish, read: Read
) -> None:
    publish(site, OLD)

    def fail() -> None:
        with staged(site) as stage:
            stage.write("index.html", b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert read(site) == OLD
    with staged(site), pytest.raises(BusyError):
        publish(site, NEW)


def test_stopped_between_two_files_the_next_build_completes_it(
    site: Path, publish: Publish, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site, OLD)
    with monkeypatch.context() as patched:

        def stop(*_: object) -> None:
            raise KeyboardInterrupt

        patched.setattr(in_place, "_remove_empty", stop)
        with pytest.raises(KeyboardInterrupt):
            publish(site, NEW)
    publish(site, NEW)
    assert read(site) == NEW


def test_a_link_to_it_stays_a_link(
    site: Path, tmp_path: Path, publish: Publish, read: Read
) -> None:
    link = tmp_path / "link"
    link.symlink_to(site)
    for files in (OLD, NEW):
        publish(link, files)
        assert link.is_symlink()
        assert read(site) == files


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_to_a_folder_leads_to_the_new_site(
    tmp_path: Path, publish: Publish, read: Read, *, exists: bool
) -> None:
    (tmp_path / "link").symlink_to("deep/target")
    if exists:
        (tmp_path / "deep/target").mkdir(parents=True)
    outcome = publish(tmp_path / "link", NEW)
    assert read(tmp_path / "deep/target") == NEW
    assert (tmp_path / "link").is_symlink()
    assert outcome.fixed == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize("line", [rb"36 35 98:0 / /srv/my\040site rw - ext4 x", b"1 2 3 / /srv rw"])
def test_a_mount_is_known_by_its_name_in_the_list_of_mounts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: bytes
) -> None:
    (tmp_path / "mountinfo").write_bytes(line + b"\n")
    monkeypatch.setattr(ground, "MOUNTS", tmp_path / "mountinfo")
    assert ground.is_mount(Path("/srv/my site")) is (b"my" in line)
