from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.settings import Settings, read_settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "text",
    [
        "plugins: [factbook]",
        "plugins:\n  - search\n  - factbook\n",
        "plugins:\n  - factbook:\n",
        "plugins:\n  factbook: {}\n",
        "theme: !!python/name:x.y\nplugins:\n  - search: !ENV [A, b]\n  - factbook: {format: 1}\n",
    ],
)
def test_the_section_is_found_in_every_form_that_mkdocs_takes(tmp_path: Path, text: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    assert read_settings(tmp_path)[:2] == (Settings(), [])


def test_options_are_read(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - factbook:\n      facts: data\n")
    settings, _, _ = read_settings(tmp_path)
    assert settings.facts == "data"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("plugins: [search]", "no-dossier"),
        ("site_name: x", "no-dossier"),
        ("plugins: [factbook", "syntax"),
        ("plugins:\n  - factbook: {fatcs: x}", "unknown-key"),
        ("plugins:\n  - factbook: {facts: [x]}", "wrong-shape"),
        ("plugins:\n  - factbook: {format: 9}", "value-misfit"),
    ],
)
def test_what_is_wrong_is_a_problem(tmp_path: Path, text: str, rule: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(text)
    _, problems, _ = read_settings(tmp_path)
    assert [problem.rule for problem in problems] == [rule]


def test_a_folder_without_a_dossier_says_how_to_start_one(tmp_path: Path) -> None:
    _, problems, _ = read_settings(tmp_path)
    assert "factbook new" in problems[0].mend
