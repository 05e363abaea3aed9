"""What commands say and do about what earlier runs kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main
from factbook.reading.packs import NAME

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier of one sound file."""
    root = tmp_path / "dossier"
    (root / "facts" / "incidents").mkdir(parents=True)
    (root / "site_src").mkdir()
    (root / "mkdocs.yml").write_text(
        "site_name: T\ndocs_dir: site_src\ntheme: {name: factbook}\nplugins: [factbook]\n"
    )
    (root / "facts" / "incidents" / "fire.yaml").write_text("title: Fire\n")
    return root


def run(root: Path, *command: str) -> tuple[str, str]:
    ran = CliRunner().invoke(main, [*command, "--root", str(root)])
    assert ran.exit_code == 0, ran.output
    return ran.stdout, ran.stderr


@pytest.mark.parametrize("command", [("check",), ("build", "--no-search")])
def test_check_and_build_keep_and_need_not(
    command: tuple[str, ...], root: Path, cache: Path
) -> None:
    run(root, *command, "--no-cache")
    assert not cache.exists()
    run(root, *command)
    [piece] = cache.glob(f"*/{NAME}")
    assert b"Fire" in piece.read_bytes()
    piece.write_bytes(b"")
    run(root, *command, "--no-cache")
    assert piece.read_bytes() == b""


@pytest.mark.parametrize("command", [("check",), ("build", "--no-search")])
def test_a_cache_that_cannot_be_trusted_is_told_and_stops_nothing(
    command: tuple[str, ...], root: Path, cache: Path
) -> None:
    cache.mkdir(mode=0o700)
    cache.chmod(0o777)
    _, told = run(root, *command)
    assert "The cache is not used" in told
    assert "can be written by others: chmod go-w" in told
    assert list(cache.iterdir()) == []
    _, told = run(root, *command, "--no-cache")
    assert "cache" not in told


def test_a_cache_in_the_repository_is_not_used(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTBOOK_CACHE", str(root / ".cache"))
    _, told = run(root, "check")
    assert "lies in the repository, where a pull request could put things into it" in told
    assert not (root / ".cache").exists()


def test_a_build_with_what_is_kept_is_the_same_site(root: Path) -> None:
    sites = []
    for options in ((), (), ("--no-cache",)):
        run(root, "build", *options)
        sites.append((root / "site" / ".factbook-files").read_text())
    assert len(set(sites)) == 1
