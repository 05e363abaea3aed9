"""What was archived is spliced into the file of its source, and nothing else changes."""

from __future__ import annotations

import pytest

from factbook.diagnostics.problem import Problem
from factbook.editing.archiving import snapshot_recorded

OLD, NEW = "a" * 64, "b" * 64
FOUND = {
    "sha256": NEW,
    "bytes": "12",
    "media_type": "text/html",
    "archived": "2026-11-21T15:04:05Z",
}
BLOCK = f"""snapshot:
  sha256: {NEW}
  bytes: 12
  media_type: text/html
  archived: 2026-11-21T15:04:05Z
"""
EARLIER = f"""  earlier:
    - sha256: {OLD}
      bytes: 9
"""

CASES = [
    ("none yet, in the order of the fields", "title: T  # t\npublisher: p\nurl: u\n\n# n\nnote: x\n", f"title: T  # t\npublisher: p\nurl: u\n{BLOCK}\n# n\nnote: x\n"),
    ("the same: what it lacks is added", f"title: T\nsnapshot:\n  sha256: {NEW}  # ours\nnote: x\n", f"title: T\n{BLOCK.replace(NEW, NEW + '  # ours')}note: x\n"),
    ("the same: what it says stays", f"snapshot:\n  sha256: {NEW}\n  bytes: 12\n  media_type: text/plain\n  archived: 2020\n", f"snapshot:\n  sha256: {NEW}\n  bytes: 12\n  media_type: text/plain\n  archived: 2020\n"),
    ("another", f"title: T\nsnapshot:\n  # by hand\n  sha256: '{OLD}'\n  bytes: 9  # small\nnote: x\n", f"title: T\n{BLOCK.replace('  sha', '  # by hand' + chr(10) + '  sha').replace(NEW, chr(39) + NEW + chr(39)).replace('12', '12  # small')}{EARLIER}note: x\n"),
    ("another after others", f"{BLOCK.replace(NEW, OLD).replace('12', '9')}  earlier:\n  - {{sha256: {'c' * 64}}}  # first\nnote: x\n", f"{BLOCK}  earlier:\n  - {{sha256: {'c' * 64}}}  # first\n  - sha256: {OLD}\n    bytes: 9\n    media_type: text/html\n    archived: 2026-11-21T15:04:05Z\nnote: x\n"),
    ("in braces", f"snapshot: {{sha256: {OLD}, bytes: 9}}  # s\n", f"snapshot: {{sha256: {NEW}, bytes: 12, media_type: text/html, archived: 2026-11-21T15:04:05Z, earlier: [{{sha256: {OLD}, bytes: 9}}]}}  # s\n"),
    ("in braces after others", f"snapshot: {{sha256: {OLD}, earlier: [{{sha256: {'c' * 64}}}]}}\n", f"snapshot: {{sha256: {NEW}, bytes: 12, media_type: text/html, archived: 2026-11-21T15:04:05Z, earlier: [{{sha256: {'c' * 64}}}, {{sha256: {OLD}}}]}}\n"),
    ("the whole file in braces", "{title: T}\n", f"{{title: T, snapshot: {{sha256: {NEW}, bytes: 12, media_type: text/html, archived: 2026-11-21T15:04:05Z}}}}\n"),
    ("an empty list", f"snapshot:\n  sha256: {OLD}\n  earlier: []\n", f"{BLOCK}  earlier: [{{sha256: {OLD}}}]\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "after"), CASES, ids=[row[0] for row in CASES])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_file_keeps_all_else_to_the_letter(
    name: str, before: str, after: str, ends: str
) -> None:
    made = snapshot_recorded("facts/sources/paper.yaml", before.replace("\n", ends).encode(), FOUND)
    assert isinstance(made, bytes), name
    assert made.decode() == after.replace("\n", ends), name


def test_a_file_without_an_end_of_its_last_line_gets_none() -> None:
    assert snapshot_recorded("a.yaml", b"title: T", FOUND) == f"title: T\n{BLOCK}".encode()[:-1]


def test_every_line_keeps_the_end_it_had() -> None:
    before = b"\xef\xbb\xbftitle: T\r\npublisher: p\nurl: u\r\n# n\nnote: x\r\n"
    added = BLOCK.replace("\n", "\r\n").encode()
    after = before.replace(b"url: u\r\n", b"url: u\r\n" + added)
    assert snapshot_recorded("a.yaml", before, FOUND) == after


def test_archiving_twice_changes_nothing_more() -> None:
    once = snapshot_recorded("a.yaml", b"title: T\n", FOUND)
    assert isinstance(once, bytes)
    assert snapshot_recorded("a.yaml", once, FOUND) == once


@pytest.mark.parametrize(
    ("text", "rule"),
    [("- a\n", "wrong-shape"), ("title: [\n", "syntax"), ("snapshot: x\n", "wrong-shape")],
)
def test_a_file_that_is_broken_stays_so(text: str, rule: str) -> None:
    made = snapshot_recorded("a.yaml", text.encode(), FOUND)
    assert isinstance(made, Problem)
    assert made.rule == rule
