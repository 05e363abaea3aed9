"""A repository with a dossier in a folder below its top, and branches with edits."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Edits = dict[str, str | None]

MKDOCS = "site_name: T\ndocs_dir: site_src\ntheme: {name: factbook}\nplugins: [factbook]\n"
FIRE = Path(__file__).with_name("fire.yaml").read_text(encoding="utf-8")
FILES: Edits = {
    "incidents/fire.yaml": FIRE,
    "actors/chief.yaml": "title: Chief\n",
    "actors/deputy.yaml": "title: Deputy\n",
    "sources/paper.yaml": "title: Paper\npublisher: unknown\npublished: unknown\n",
    "sources/leaflet.yaml": "title: Leaflet\npublisher: unknown\npublished: unknown\n",
}


class Repository:
    """A dossier under version control; `folder` is the dossier's, below the repository's top."""

    fire = FIRE

    def __init__(self, top: Path) -> None:
        self.top = top
        self.folder = top / "dossier"
        self.folder.mkdir()
        (self.folder / "mkdocs.yml").write_text(MKDOCS)
        self.git("init", "--quiet")
        self.write(FILES)
        self.commit()

    def git(self, *arguments: str) -> str:
        """What git says."""
        identity = ("user.name=T", "user.email=t@example.org", "init.defaultBranch=main")
        options = [part for setting in identity for part in ("-c", setting)]
        ran = subprocess.run(  # noqa: S603
            ["git", "-C", str(self.top), *options, *arguments],  # noqa: S607
            capture_output=True,
            text=True,
            check=True,
        )
        return ran.stdout.strip()

    def write(self, files: Edits) -> None:
        """Write fact files; None removes one."""
        for name, text in files.items():
            path = self.folder / "facts" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "-A")
        self.git("commit", "--quiet", "--allow-empty", "-m", "Edit")

    def branch(self, name: str, files: Edits) -> None:
        """A branch off main with edits."""
        self.git("checkout", "--quiet", "-B", name, "main")
        self.write(files)
        self.commit()
        self.git("checkout", "--quiet", "main")


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository whose main branch holds one small dossier."""
    return Repository(tmp_path_factory.mktemp("repository"))


@pytest.fixture
def edited(repository: Repository) -> Iterator[Callable[[str], Path]]:
    """Rewrites the fire's file in the working folder, for one test."""
    path = repository.folder / "facts" / "incidents" / "fire.yaml"

    def edit(text: str) -> Path:
        path.write_text(text, encoding="utf-8")
        return repository.folder

    yield edit
    path.write_text(FIRE, encoding="utf-8")
