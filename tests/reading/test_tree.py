from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.reading import tree

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_fact_files_are_read_from_all_folders_below_in_order(tmp_path: Path) -> None:
    for name in ("facts/b.yaml", "facts/a/c.yaml", "facts/.hidden/d.yaml", "facts/notes.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x: y")
    found, problems = tree.read_folder(tmp_path, "facts")
    assert list(found) == ["facts/a/c.yaml", "facts/b.yaml"]
    assert problems == []


def test_entries_that_cannot_be_used_are_reported_and_the_others_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = tmp_path / "facts"
    (facts / "folder.yaml").mkdir(parents=True)
    (facts / "good.yaml").write_text("x: y")
    (facts / "large.yaml").write_text("x" * 100)
    (facts / "other.yml").write_text("x: y")
    (tmp_path / "secret.yaml").write_text("x: y")
    (facts / "leaves.yaml").symlink_to(tmp_path / "secret.yaml")
    monkeypatch.setattr(tree, "LARGEST_FILE", 50)
    found, problems = tree.read_folder(tmp_path, "facts")
    assert list(found) == ["facts/good.yaml"]
    assert {problem.spot.path: problem.message for problem in problems} == {
        "facts/folder.yaml": "this is not a file",
        "facts/large.yaml": "this file is 0 MB large",
        "facts/leaves.yaml": "this link leads out of the folder of facts",
        "facts/other.yml": "fact files end in .yaml",
    }


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    _, problems = tree.read_folder(tmp_path, "facts")
    assert [problem.rule for problem in problems] == ["no-facts"]


def test_a_file_that_may_not_be_read_is_reported_and_the_others_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = tmp_path / "facts"
    facts.mkdir()
    (facts / "a.yaml").write_text("x: y")
    (facts / "b.yaml").write_text("x: y")
    read = type(facts).read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(type(facts), "read_bytes", refuse)
    found, problems = tree.read_folder(tmp_path, "facts")
    assert list(found) == ["facts/b.yaml"]
    assert [problem.message for problem in problems] == [
        "this file cannot be read: Permission denied"
    ]
