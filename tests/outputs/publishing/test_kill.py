"""A build killed before any change it makes to the disk: the site is the old or the new one."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from factbook.outputs.publishing.site import put_right, staged
from factbook.outputs.publishing.stage import UNFINISHED

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Publish = Callable[..., object]
    Read = Callable[[Path], dict[str, str]]

OLD = {"index.html": "old", "a/b/index.html": "same", "style.css": "same", "gone.html": "gone"}
NEW = {"index.html": "new", "a/b/index.html": "same", "style.css": "same", "more.html": "more"}
CHANGES = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "open"}
ENOUGH = 200  # a build of so few files makes fewer changes


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Do the work in a process that is killed before its n-th change; whether it came to that."""
    child = os.fork()
    if child == 0:
        seen = 0

        def hook(event: str, details: tuple[object, ...]) -> None:
            nonlocal seen
            reads = event == "open" and details[1] in {"r", "rb"}
            if event in CHANGES and not reads:
                seen += 1
                if seen == number:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or status == 0
    return os.WIFSIGNALED(status)


@pytest.mark.parametrize("can_exchange", [True, False])
def test_killed_at_any_change_the_site_is_old_or_new_and_the_next_build_works(
    tmp_path: Path,
    publish: Publish,
    read: Read,
    monkeypatch: pytest.MonkeyPatch,
    *,
    can_exchange: bool,
) -> None:
    if not can_exchange:
        monkeypatch.setattr("factbook.outputs.publishing.swap.exchange", lambda *_: False)
    found = set()
    for number in range(1, ENOUGH):
        base = tmp_path / str(number)
        site = base / "site"
        publish(site, OLD)
        (site / "mine.pdf").write_text("mine")
        (site / ".htaccess").write_text("rules")
        was_killed = killed_at(number, lambda site=site: publish(site, NEW))  # type: ignore[misc]
        if not can_exchange:
            put_right(site)
        seen = read(site)
        assert seen.pop(".htaccess") == "rules"
        seen.pop("mine.pdf", None)
        assert seen in (OLD, NEW), number
        found.add(seen == NEW)
        publish(site, NEW)
        assert read(site) == {**NEW, ".htaccess": "rules"}, number
        assert read(base / "site.kept") == {"mine.pdf": "mine"}, number
        assert {path.name for path in base.iterdir()} == {"site", "site.kept"}
        if not was_killed:
            break
    assert not was_killed
    assert found == {True, False}


def test_killed_between_two_renames_the_old_site_is_put_back(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    site.rename(tmp_path / ".site.old")
    put_right(site)
    assert read(site) == OLD


def test_while_a_build_is_under_way_nothing_is_put_right(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    with staged(site) as stage:
        stage.write("index.html", b"new")
        put_right(site)
        assert (stage.folder / "index.html").read_bytes() == b"new"
    assert read(site) == {"index.html": "new"}


def test_the_lock_of_a_killed_build_holds_nobody_back(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"

    def stop() -> None:
        with staged(site):
            os.kill(os.getpid(), signal.SIGKILL)

    assert killed_at(ENOUGH, stop)
    assert (tmp_path / ".site.new" / UNFINISHED).exists()
    publish(site, NEW)
    assert read(site) == NEW
