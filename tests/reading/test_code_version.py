from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.reading import code_version as versions
from factbook.reading.code_version import code_version

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", ["module.py", "facts/words.yaml", "templates/page.html"])
def test_any_file_of_the_package_makes_another_version(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "factbook"
    for one in ("__init__.py", "module.py", "facts/words.yaml", "templates/page.html"):
        (package / one).parent.mkdir(parents=True, exist_ok=True)
        (package / one).write_text("before")
    monkeypatch.setattr("factbook.__file__", str(package / "__init__.py"))
    fresh = code_version.__wrapped__
    before = fresh()
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "module.pyc").write_text("compiled")
    assert fresh() == before
    (package / name).write_text("after")
    assert fresh() != before


def test_another_library_makes_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = code_version.__wrapped__
    assert fresh() == fresh()
    found = {fresh()}
    for library in versions.LIBRARIES:
        with monkeypatch.context() as patch:
            patch.setattr(versions, "version", lambda name, of=library: "9" if name == of else "1")
            found.add(fresh())
    assert len(found) == 1 + len(versions.LIBRARIES)
