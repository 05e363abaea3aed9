"""Sites as mappings, published and read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.outputs.publishing.manifest import files_below
from factbook.outputs.publishing.site import Published, staged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Publish = Callable[[Path, Mapping[str, str]], Published]
    Read = Callable[[Path], dict[str, str]]


@pytest.fixture
def publish() -> Publish:
    """Publishes name -> text: pages by `write`, all else as MkDocs would."""

    def run(site: Path, files: Mapping[str, str]) -> Published:
        outcome = Published()
        with staged(site, outcome) as stage:
            for name, text in files.items():
                if name.endswith(".html"):
                    stage.write(name, text.encode())
                else:
                    (stage.folder / name).parent.mkdir(parents=True, exist_ok=True)
                    (stage.folder / name).write_text(text)
        return outcome

    return run


@pytest.fixture
def read() -> Read:
    """A site as name -> text; what is ours and hidden is left out."""

    def run(site: Path) -> dict[str, str]:
        names = [name for name in files_below(site) if not name.startswith(".factbook")]
        return {name: (site / name).read_text() for name in names}

    return run
