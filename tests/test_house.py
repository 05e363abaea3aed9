"""The house keeps its own rules: short files and functions, templates in the wheel."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONGEST_FILE = 250
LONGEST_FUNCTION = 40
VAGUE = {"utils", "helpers", "common", "core", "manager"}


def modules(root: Path) -> Iterator[Path]:
    yield from sorted((root / "generator" / "factbook").rglob("*.py"))


def test_no_file_is_too_long_and_none_has_a_vague_name(root: Path) -> None:
    tests = sorted((root / "tests").rglob("*.py"))
    for path in (*modules(root), *tests):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= LONGEST_FILE, path
        assert path.stem not in VAGUE, path


def test_no_function_is_too_long(root: Path) -> None:
    for path in modules(root):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                assert length <= LONGEST_FUNCTION, f"{path}: {node.name}"


def test_the_map_names_every_room(root: Path) -> None:
    map_text = (root / "generator" / "README.md").read_text(encoding="utf-8")
    package = root / "generator" / "factbook"
    rooms = {path.name for path in package.iterdir() if (path / "__init__.py").is_file()}
    assert {room for room in rooms if f"{room}/" not in map_text} == set()


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of the files in a freshly built wheel."""
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(  # noqa: S603 - our own build
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    [built] = target.glob("*.whl")
    return zipfile.ZipFile(built).namelist()


def test_the_wheel_carries_templates_theme_vocabulary_and_the_starter(
    wheel: list[str], root: Path
) -> None:
    templates = {
        f"factbook/templates/{path.relative_to(root / 'templates').as_posix()}"
        for path in (root / "templates").rglob("*")
        if path.is_file()
    }
    assert templates <= set(wheel)
    assert "factbook/theme/main.html" in wheel
    assert "factbook/facts/builtin.yaml" in wheel
    assert "factbook/checks/elsewhere.md" in wheel
    assert "factbook/exchange/starter/mkdocs.yml" in wheel
    assert "factbook/exchange/starter/gitignore" in wheel


def test_the_changelog_has_the_version(root: Path) -> None:
    init = (root / "generator" / "factbook" / "__init__.py").read_text(encoding="utf-8")
    version = re.search(r'__version__ = "([^"]+)"', init)
    assert version
    assert f"## {version[1]}" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
