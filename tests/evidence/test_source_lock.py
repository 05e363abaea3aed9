"""Locks of sources: they say where each quote stands, merge line by line, and notice a slip."""

from __future__ import annotations

import hashlib
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from factbook.evidence.locating import Locator
from factbook.evidence.locks import read_recorded
from factbook.evidence.source_lock import (
    Line,
    SourceLock,
    is_lock_of_source,
    key_of_quote,
    lock_text,
    read_lock,
    text_record,
)
from factbook.evidence.standing import Evidence, read_evidence, with_second
from factbook.facts.entries import Citation

if TYPE_CHECKING:
    from pathlib import Path

SNAPSHOT = "ab" * 32
TEXT = "Headline\n\nThree people were killed.\fPage two.\n\n\fMore."
LINE = Line(SNAPSHOT, ((10, 15), (30, 36)), Locator(1, 2, 2), 1, "2031-05-07")
OTHER = Line(SNAPSHOT, ((0, 3),), Locator(0, 1, 3), 4, "2031-05-08")
LOCK = SourceLock(text_record(SNAPSHOT, TEXT), {"cd" * 16: LINE, "0e" * 16: OTHER})


def test_a_lock_is_read_as_it_was_written() -> None:
    assert read_lock("x.lock", lock_text(LOCK)) == (LOCK, [])
    one_page = SourceLock(text_record(SNAPSHOT, "One.\n\nTwo."), {})
    assert read_lock("x.lock", lock_text(one_page)) == (one_page, [])


def test_its_lines_are_in_one_order_and_hold_no_word_of_the_document() -> None:
    told = lock_text(LOCK).decode()
    lines = [line for line in told.splitlines() if not line.startswith(("#", "text:"))]
    assert lines == sorted(lines)
    assert not set(re.findall(r"[A-Za-z]{4,}", TEXT)) & set(re.findall(r"[A-Za-z]{4,}", told))
    again = SourceLock(LOCK.text, dict(sorted(LOCK.quotes.items())))
    assert lock_text(again) == lock_text(LOCK)


def test_one_changed_letter_is_noticed_with_its_line() -> None:
    content = lock_text(LOCK).decode()
    first = content.index("\n") + 1  # the first line is a comment
    for place in range(first, len(content)):
        if content[place] == "\n":
            continue
        changed = content[:place] + ("1" if content[place] != "1" else "2") + content[place + 1 :]
        _, [problem] = read_lock("facts/sources/x.lock", changed.encode())
        assert problem.rule == "broken-lock"
        assert problem.spot.span
        assert problem.spot.span.line == content[:place].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2031-05-07", "2031-13-45"),
        ("2031-05-07", "2031-02-29"),
        ("10-15+30-36", "15-10+30-36"),
        ("10-15+30-36", "30-36+10-15"),
        ("10-15+30-36", "10-10+30-36"),
        ("10-15+30-36", "9" * 5000 + "-15"),
        ("10-15+30-36", "\u0661\u0660-15+30-36"),
        ("1 place ", "9" * 5000 + " places "),
    ],
)
def test_a_line_that_cannot_be_is_noticed_though_its_sum_is_right(old: str, new: str) -> None:
    lines = lock_text(SourceLock(None, {"cd" * 16: LINE})).decode().splitlines()
    told = lines[1].rpartition(" ")[0].replace(old, new)
    assert told != lines[1].rpartition(" ")[0]
    content = f"{told} {hashlib.sha256(told.encode()).hexdigest()[:8]}\n".encode()
    lock, problems = read_lock("facts/sources/x.lock", content)
    assert (lock.quotes, [one.rule for one in problems]) == ({}, ["broken-lock"])


@pytest.mark.parametrize("blocks", ["5", "1-2-3", "1-" + "9" * 5000, "1--2"])
def test_paragraphs_that_cannot_be_are_noticed(blocks: str) -> None:
    told = f"text: {SNAPSHOT} {'0' * 32} 9 characters, paragraphs {blocks}"
    content = f"{told} {hashlib.sha256(told.encode()).hexdigest()[:8]}\n".encode()
    lock, problems = read_lock("facts/sources/x.lock", content)
    assert (lock.text, [one.rule for one in problems]) == (None, ["broken-lock"])


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read_lock("x.lock", b"\xef\xbb\xbf" + lock_text(LOCK)) == (LOCK, [])


def test_pages_without_a_paragraph_are_read_as_they_were_written() -> None:
    for text in ("\fOne.\f\fTwo.\f", "One.\f \f", "\f\fOne"):
        lock = SourceLock(text_record(SNAPSHOT, text), {})
        assert read_lock("x.lock", lock_text(lock))[1] == []


def test_two_branches_that_add_quotes_are_merged_by_git(tmp_path: Path) -> None:
    def write(name: str, *numbers: int) -> str:
        quotes = {f"{number:032x}": LINE for number in numbers}
        (tmp_path / name).write_bytes(lock_text(SourceLock(LOCK.text, quotes)))
        return name

    files = [write("ours", 1, 2, 5, 9), write("base", 1, 5, 9), write("theirs", 1, 5, 7, 9)]
    done = subprocess.run(  # noqa: S603 - our own files
        ["git", "merge-file", "-p", *files],  # noqa: S607
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert sorted(read_lock("x", done.stdout)[0].quotes) == [f"{n:032x}" for n in (1, 2, 5, 7, 9)]


def test_of_two_lines_on_one_quote_the_later_day_stands() -> None:
    later = lock_text(SourceLock(None, {"cd" * 16: LINE._replace(day="2031-05-09")}))
    for content in (lock_text(LOCK) + later, later + lock_text(LOCK)):
        assert read_lock("x", content)[0].quotes["cd" * 16].day == "2031-05-09"


CITED = Citation(
    source="paper", quote="three people", prefix="a", suffix="b", locator="paragraph 1"
)


@pytest.mark.parametrize(
    "other",
    [
        Citation(
            source="paper", quote="three  people", prefix="a", suffix="b", locator="paragraph 1"
        ),
        Citation(
            source="paper",
            quote="three people",
            prefix="a",
            suffix="b",
            locator="paragraph 1",
            named_as="x",
        ),
    ],
)
def test_a_quote_keeps_its_hash_where_its_words_stay(other: Citation) -> None:
    assert key_of_quote(other) == key_of_quote(CITED)


@pytest.mark.parametrize(
    "other",
    [
        Citation(
            source="paper", quote="four people", prefix="a", suffix="b", locator="paragraph 1"
        ),
        Citation(
            source="paper", quote="three people", prefix="b", suffix="a", locator="paragraph 1"
        ),
        Citation(
            source="paper", quote="three people", prefix="a", suffix="b", locator="paragraph 2"
        ),
        Citation(source="paper", quote="three people", prefix="a", suffix="b"),
        Citation(source="paper", quote="three people"),
    ],
)
def test_an_edited_quote_has_another_hash(other: Citation) -> None:
    assert key_of_quote(other) != key_of_quote(CITED)


@pytest.mark.parametrize(
    ("path", "facts", "yes"),
    [
        ("facts/sources/paper.lock", "facts", True),
        ("facts/sources/2031/paper.lock", "facts", True),
        ("data/facts/sources/paper.lock", "data/facts", True),
        ("facts/sources/paper.yaml", "facts", False),
        ("facts/incidents/fire.lock", "facts", False),
        ("facts/incidents/sources/fire.lock", "facts", False),
    ],
)
def test_locks_of_sources_are_told_from_those_of_assessments(
    path: str, facts: str, *, yes: bool
) -> None:
    assert is_lock_of_source(path, facts) is yes
    content = lock_text(LOCK) if yes else b"dead: " + b"a" * 32 + b"\n"
    evidence, problems = read_evidence({path: content}, facts)
    recorded, others = read_recorded({path: content}, facts)
    assert problems == []
    if path.endswith(".lock"):
        assert (bool(evidence.locks), bool(recorded), others) == (yes, not yes, [])


def test_a_second_root_adds_lines_and_changes_none() -> None:
    second = SourceLock(None, {"cd" * 16: OTHER, "ff" * 16: OTHER})
    both = with_second(Evidence({"paper": LOCK}), Evidence({"paper": second, "inner": second}))
    assert both.lock("paper").quotes == {**LOCK.quotes, "ff" * 16: OTHER}
    assert both.lock("paper").text == LOCK.text
    assert both.lock("inner") == second
