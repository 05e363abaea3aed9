"""How large a site is, and which limits of hosts it is near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.outputs.publishing.limits import GB, LIMITS, MIB, Measured, Size, measure, near

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_published_is_measured_and_the_largest_comes_first(tmp_path: Path) -> None:
    for name, length in (("index.html", 5), ("a/b/index.html", 7), ("a/c.js", 9), (".git/x", 99)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * length)
    size = measure(tmp_path)
    assert [tuple(one) for one in size.files] == [
        ("a/c.js", 9),
        ("a/b/index.html", 7),
        ("index.html", 5),
    ]
    assert (size.bytes, size.folders) == (21, 2)
    assert [one.name for one in size.pages] == ["a/b/index.html", "index.html"]


@pytest.mark.parametrize(
    ("number", "each", "folders", "hosts"),
    [
        (1, 1, 0, []),
        (15_999, 1, 0, []),
        (16_000, 1, 0, [("Cloudflare Pages", "files")]),
        (1, 20 * MIB, 0, [("Cloudflare Pages", "largest")]),
        (100, GB // 100, 0, [("GitHub Pages", "bytes"), ("GitLab Pages", "bytes")]),
        (15_000, 1, 185_001, [("GitLab Pages", "files")]),
    ],
)
def test_a_site_is_near_a_limit_from_four_fifths_on(
    number: int, each: int, folders: int, hosts: list[tuple[str, str]]
) -> None:
    size = Size((Measured("a", each),) * number, folders)
    assert [(limit.host, limit.what) for limit in near(size)] == hosts


def test_every_limit_says_when_it_was_known() -> None:
    assert LIMITS
    assert all(2020 <= limit.known <= 2030 for limit in LIMITS)


def test_a_site_without_files_is_within_all_limits(tmp_path: Path) -> None:
    assert near(measure(tmp_path)) == []
