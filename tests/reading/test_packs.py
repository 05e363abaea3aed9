from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.diagnostics.problem import Problem
from factbook.pipeline import examine
from factbook.reading import document as documents
from factbook.reading.kept import NOTHING_KEPT, Kept
from factbook.reading.memory import FROM_DISK
from factbook.reading.packs import NAME, Packs

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.dossier import Dossier

FIRE, FLOOD, SOMEBODY = "incidents/fire.yaml", "incidents/flood.yaml", "actors/somebody.yaml"
BROKEN = {
    "not parsed": ("title: [\n", "syntax"),
    "not UTF-8": ("title: \udcff\n", "encoding"),
    "not decoded": ("titel: Fire\n", "unknown-key"),
    "decoded in part": ("title: Fire\ndate: someday\n", "value-misfit"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier of three sound files, words of its own, and a decision."""
    (tmp_path / "mkdocs.yml").write_text("site_name: T\nplugins: [factbook]\n")
    write(tmp_path, FIRE, "title: Fire\ndate: 2020-01-05\n")
    write(tmp_path, FLOOD, "title: Flood\n")
    write(tmp_path, SOMEBODY, "title: Somebody\n")
    write(tmp_path, "vocabulary.yaml", "numbers:\n  heaps: {usual: 5 to 9, outermost: 5 to 99}\n")
    return tmp_path


def write(root: Path, path: str, text: str) -> None:
    target = root / "facts" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode("utf-8", "surrogateescape"))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are parsed, by their first lines."""
    seen: list[str] = []
    parse = documents._parsed  # noqa: SLF001 - what all parsing goes through

    def watched(text: str, *, strict: bool) -> object:
        if strict:
            seen.append(text.partition("\n")[0])
        return parse(text, strict=strict)

    monkeypatch.setattr(documents, "_parsed", watched)
    return seen


def run(root: Path, parsed: list[str]) -> list[str]:
    """What one run parses."""
    parsed.clear()
    examine(root, kept=Kept.of(root))
    return sorted(line for line in parsed if not line.startswith("# The built-in"))


def rules(dossier: Dossier) -> set[str]:
    return {problem.rule for problem in dossier.problems}


def test_a_sound_file_is_parsed_once_and_words_and_settings_each_time(
    root: Path, parsed: list[str]
) -> None:
    assert run(root, parsed) == ["numbers:", "title: Fire", "title: Flood", "title: Somebody"]
    assert run(root, parsed) == ["numbers:"]
    assert run(root, parsed) == ["numbers:"]


def test_without_a_cache_all_is_parsed(root: Path, parsed: list[str], cache: Path) -> None:
    for _ in range(2):
        parsed.clear()
        examine(root)
        assert {"title: Fire", "title: Flood", "title: Somebody"} <= set(parsed)
    assert not cache.exists()
    assert Packs(NOTHING_KEPT).reading(FROM_DISK) is FROM_DISK


@pytest.mark.parametrize(("text", "rule"), BROKEN.values(), ids=BROKEN)
def test_a_faulty_file_is_parsed_each_time_and_its_problem_told(
    text: str, rule: str, root: Path
) -> None:
    examine(root, kept=Kept.of(root))
    write(root, FIRE, text)
    for _ in range(3):
        found = examine(root, kept=Kept.of(root))
        assert rule in rules(found)
        assert found.located(found.problems) == (plain := examine(root)).located(plain.problems)


def test_what_changed_is_parsed_and_what_is_renamed_is_not(root: Path, parsed: list[str]) -> None:
    run(root, parsed)
    write(root, FIRE, "title: Great fire\n")
    assert run(root, parsed) == ["numbers:", "title: Great fire"]
    facts = root / "facts"
    (facts / FIRE).rename(facts / "incidents/great-fire.yaml")
    assert run(root, parsed) == ["numbers:"]
    (facts / FLOOD).rename(facts / "actors/flood.yaml")  # another kind of record
    assert run(root, parsed) == ["numbers:", "title: Flood"]
    write(root, "actors/flood-again.yaml", "title: Flood\n")  # the same words twice
    assert run(root, parsed) == ["numbers:"]
    assert len(examine(root, kept=Kept.of(root)).ledger.actors) == 3


def test_only_what_this_run_used_is_kept(root: Path, parsed: list[str]) -> None:
    run(root, parsed)
    before = Kept.of(root).get(NAME)
    assert before
    (root / "facts" / FLOOD).unlink()
    run(root, parsed)
    after = Kept.of(root).get(NAME)
    assert after
    assert b"Flood" in before
    assert b"Flood" not in after
    write(root, FLOOD, "title: Flood\n")
    assert run(root, parsed) == ["numbers:", "title: Flood"]
    assert Kept.of(root).get(NAME) == before


def test_nothing_is_written_where_nothing_changed(
    root: Path, parsed: list[str], cache: Path
) -> None:
    run(root, parsed)
    [piece] = cache.glob(f"*/{NAME}")
    before = piece.stat()
    run(root, parsed)
    after = piece.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_record_put_under_the_digest_of_another_is_found_out(
    root: Path, parsed: list[str], cache: Path
) -> None:
    run(root, parsed)
    [piece] = cache.glob(f"*/{NAME}")
    piece.write_bytes(piece.read_bytes().replace(b"Flood", b"Blood"))
    assert run(root, parsed) == ["numbers:", "title: Fire", "title: Flood", "title: Somebody"]
    assert examine(root, kept=Kept.of(root)).ledger.title("flood") == "Flood"


def test_what_is_internal_never_lies_in_the_cache_of_a_public_dossier(
    root: Path, tmp_path_factory: pytest.TempPathFactory, cache: Path
) -> None:
    second = tmp_path_factory.mktemp("internal")
    write(second, "incidents/raid.yaml", "title: Secret raid\n")
    write(second, FIRE, "note: Secret note\n")
    for _ in range(2):
        both = examine(root, second, kept=Kept.of(root))
        assert not any(isinstance(one, Problem) for one in both.documents.values())
        assert both.ledger.title("raid") == "Secret raid"
        record = both.ledger.incidents["fire"]
        assert (record.note, str(record.date)) == ("Secret note", "Edtf('2020-01-05')")
    [piece] = cache.glob(f"*/{NAME}")
    assert b"Flood" in piece.read_bytes()
    assert not [path for path in cache.rglob("*") if path.is_file() and b"Secret" in path.read_bytes()]  # fmt: skip


def test_the_data_of_a_document_is_there_for_who_asks(root: Path) -> None:
    examine(root, kept=Kept.of(root))
    made = examine(root, kept=Kept.of(root))
    fire = made.documents[f"facts/{FIRE}"]
    assert fire.data == {"title": "Fire", "date": "2020-01-05"}
    assert fire == examine(root).documents[f"facts/{FIRE}"]
