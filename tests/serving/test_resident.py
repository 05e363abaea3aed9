"""A dossier in memory: only what has changed is read and parsed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.reading import memory
from factbook.reading.document import parse_file
from factbook.serving.resident import Resident

if TYPE_CHECKING:
    from pathlib import Path

INCIDENT = "facts/incidents/2031-03-14-market-fire.yaml"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that are parsed from now on."""
    found: list[str] = []

    def counted(path: str, content: bytes) -> object:
        found.append(path)
        return parse_file(path, content)

    monkeypatch.setattr(memory, "parse_file", counted)
    return found


def test_only_files_with_other_bytes_are_parsed_again(mine: Path, parsed: list[str]) -> None:
    resident = Resident(mine)
    before = resident.dossier
    parsed.clear()
    path = mine / INCIDENT
    assert resident.update([path]) is before
    path.write_bytes(path.read_bytes().replace(b"title: Fire", b"title: Great fire"))
    after = resident.update([path])
    assert parsed == [INCIDENT]
    assert after.ledger.title(path.stem).startswith("Great fire")
    same = "facts/places/telmora.yaml"
    assert after.documents[same] is before.documents[same]


@pytest.mark.parametrize("told", [True, False])
def test_what_comes_and_goes_is_found_whether_it_was_told_or_not(
    mine: Path, parsed: list[str], *, told: bool
) -> None:
    resident = Resident(mine)
    parsed.clear()
    new = mine / "facts/places/below/new-place.yaml"
    new.parent.mkdir()
    new.write_text("title: New\n")
    found = resident.update([new] if told else None)
    assert "new-place" in found.ledger.places
    assert parsed == ["facts/places/below/new-place.yaml"]
    new.unlink()
    assert "new-place" not in resident.update([new] if told else None).ledger.places


def test_a_lock_and_the_configuration_count(mine: Path) -> None:
    resident = Resident(mine)
    first = resident.dossier
    lock = (mine / INCIDENT).with_suffix(".lock")
    lock.write_text("broken\n")
    second = resident.update([lock])
    assert second is not first
    text = (mine / "mkdocs.yml").read_text(encoding="utf-8")
    (mine / "mkdocs.yml").write_text(text.replace("site_name: ", "site_name: Our "))
    assert resident.update([mine / "mkdocs.yml"]).own.title.startswith("Our ")


@pytest.mark.parametrize("content", [b"", b"title: [x]\n", b"title: [\n", b"titel: x\n", b"- x\n"])
def test_a_file_that_breaks_and_is_mended_is_what_it_would_be_from_the_start(
    mine: Path, content: bytes
) -> None:
    resident = Resident(mine)
    path = mine / INCIDENT
    whole = path.read_bytes()
    for now in (content, whole, content + b" ", whole.replace(b"Fire", b"Blaze")):
        path.write_bytes(now)
        updated, fresh = resident.update([path]), Resident(mine).dossier
        assert updated.problems == fresh.problems
        assert updated.ledger.claims == fresh.ledger.claims
        assert updated.weighing.conflicts.keys() == fresh.weighing.conflicts.keys()


def test_an_updated_dossier_is_what_a_fresh_one_would_be(mine: Path) -> None:
    resident = Resident(mine)
    path = mine / INCIDENT
    path.write_bytes(path.read_bytes().replace(b"attribute: injured", b"attribute: injuredd"))
    (mine / "facts/actors/new-actor.yaml").write_text("title: New\nkind: nonesuch\n")
    updated = resident.update([path, mine / "facts/actors/new-actor.yaml"])
    fresh = Resident(mine).dossier
    assert updated.problems == fresh.problems
    assert updated.ledger.claims == fresh.ledger.claims
    assert updated.tree == fresh.tree
