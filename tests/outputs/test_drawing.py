"""Pages drawn by several processes are those that one draws, and so are the problems of templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.outputs import crew, drawing
from factbook.pages.addresses import Addresses
from factbook.pipeline import examine

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

BAD = "{{ page.nothing_of_this_name }}"


def test_several_processes_draw_what_one_draws(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "templates/site/place.html"
    template.parent.mkdir(parents=True)
    template.write_text(BAD, encoding="utf-8")
    dossier = examine(root)
    alone, faults = dossier.drawn(tmp_path, Addresses())
    assert len(alone) > len(dossier.ledger.incidents)
    assert len(faults) == 1
    assert "nothing_of_this_name" in faults[0].message
    monkeypatch.setattr(drawing, "MANY_PAGES", 1)
    for number in ("2", "3"):
        monkeypatch.setenv(crew.WORKERS, number)
        together, same = dossier.drawn(tmp_path, Addresses())
        assert same == faults
        assert [one.body for one in together] == [one.body for one in alone]
        assert [one.with_text("") for one in together] == [one.with_text("") for one in alone]
