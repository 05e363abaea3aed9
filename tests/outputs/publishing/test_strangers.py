"""What people put into a site is never lost, and what was published before never stays."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from factbook.outputs.publishing.manifest import MANIFEST, record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Publish = Callable[..., object]
    Read = Callable[[Path], dict[str, str]]

OLD = {"index.html": "old", "gone.html": "gone"}
NEW = {"index.html": "new"}


def test_what_no_build_made_is_moved_beside_the_site(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    (site / "briefing.pdf").write_text("mine")
    outcome = publish(site, NEW)
    assert read(site) == NEW
    assert read(tmp_path / "site.kept") == {"briefing.pdf": "mine"}
    assert outcome.kept == ["briefing.pdf"]  # type: ignore[attr-defined]
    assert outcome.kept_in == tmp_path / "site.kept"  # type: ignore[attr-defined]


def test_what_was_kept_before_is_not_overwritten(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"
    for text in ("one", "two"):
        publish(site, NEW)
        (site / "briefing.pdf").write_text(text)
        publish(site, NEW)
    assert read(tmp_path / "site.kept") == {"briefing.pdf": "one", "briefing.2.pdf": "two"}


def test_a_file_of_somebody_that_a_build_makes_the_same_is_no_stranger(
    tmp_path: Path, publish: Publish
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    (site / "more.html").write_text("more")
    publish(site, {**NEW, "more.html": "more"})
    assert not (tmp_path / "site.kept").exists()


def test_what_lies_hidden_at_the_top_stays_where_it_is(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref")
    (site / ".htaccess").write_text("rules")
    publish(site, NEW)
    publish(site, NEW)
    assert read(site) == {**NEW, ".git/HEAD": "ref", ".htaccess": "rules"}
    assert (site / ".htaccess").stat().st_nlink == 1


def test_of_a_site_without_a_manifest_only_what_is_not_made_anew_is_kept(
    tmp_path: Path, publish: Publish, read: Read
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for name, text in {**OLD, "CNAME": "example.org"}.items():
        (site / name).write_text(text)
    publish(site, NEW)
    assert read(tmp_path / "site.kept") == {"CNAME": "example.org", "gone.html": "gone"}


def test_a_manifest_tells_whether_a_copy_is_whole(tmp_path: Path) -> None:
    names = ["index.html", "a/x y.html", "back\\slash.html", "new\nline.html", "ü.html"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    record(tmp_path)
    command = ["sha256sum", "--check", "--strict", "--quiet", MANIFEST]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == 0  # noqa: S603
    (tmp_path / "index.html").write_text("other")
    assert subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode == 1  # noqa: S603


def test_a_manifest_is_read_as_it_was_written(tmp_path: Path, publish: Publish) -> None:
    names = ["index.html", "back\\slash.html", "back\\new\nline.html", "\\n.html"]
    publish(tmp_path / "site", dict.fromkeys(names, "x"))
    publish(tmp_path / "site", NEW)
    assert not (tmp_path / "site.kept").exists()
