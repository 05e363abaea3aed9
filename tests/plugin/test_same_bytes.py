"""The same dossier gives the same site, byte for byte, wherever and however it is built."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest

from factbook.outputs.publishing.manifest import files_below

if TYPE_CHECKING:
    from pathlib import Path

ELSEWHERE = {
    "PYTHONHASHSEED": "4711",
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "C",
    "PYTHONUTF8": "0",
    "TMPDIR": "",  # one of its own
}


def built(
    factbook: str, folder: Path, *, strict: bool = True, **environment: str
) -> dict[str, bytes]:
    clean = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    subprocess.run(  # noqa: S603 - our own command
        [factbook, "build", *(["--strict"] if strict else []), "--root", str(folder)],
        env={**clean, **environment},
        check=True,
        capture_output=True,
    )
    site = folder / "site"
    return {name: (site / name).read_bytes() for name in files_below(site)}


@pytest.fixture
def configured(mine: Path) -> Path:
    """The starter with everything that could carry a date: a site map and MkDocs' search."""
    path = mine / "mkdocs.yml"
    text = path.read_text(encoding="utf-8").replace("plugins:", "plugins:\n  - search")
    path.write_text(f"site_url: https://example.org/\n{text}", encoding="utf-8")
    return mine


def test_the_same_bytes_under_another_seed_zone_locale_folder_and_umask(
    configured: Path, tmp_path: Path, factbook: str
) -> None:
    other = tmp_path / "elsewhere" / "a folder"
    shutil.copytree(configured, other, copy_function=shutil.copyfile)
    for path in sorted(other.rglob("*"), reverse=True):
        os.utime(path, (0, 0))
    (tmp_path / "own").mkdir()
    first = built(factbook, configured, PYTHONHASHSEED="0", TZ="UTC")
    second = built(factbook, other, strict=True, **{**ELSEWHERE, "TMPDIR": str(tmp_path / "own")})
    assert [name for name in first if first[name] != second.get(name)] == []
    assert first.keys() == second.keys()
    assert {"sitemap.xml", "sitemap.xml.gz", "search/search_index.json"} <= first.keys()


def test_a_site_names_no_day_of_its_building(configured: Path, factbook: str) -> None:
    for lock in configured.glob("facts/sources/*.lock"):
        lock.unlink()  # their days are those of verifying, and may be that of the test
    found = built(factbook, configured, strict=False)
    today = {time.strftime("%Y-%m-%d", time.gmtime()), time.strftime("%Y-%m-%d")}
    named = [name for name, text in found.items() if any(day.encode() in text for day in today)]
    assert named == []
    assert gzip.decompress(found["sitemap.xml.gz"]) == found["sitemap.xml"]
    assert found["sitemap.xml.gz"][4:8] == bytes(4)


def test_who_sets_a_date_gets_it(configured: Path, factbook: str) -> None:
    epoch = 1_600_000_000
    found = built(factbook, configured, SOURCE_DATE_EPOCH=str(epoch))
    assert b"<lastmod>2020-09-13</lastmod>" in found["sitemap.xml"]
    assert int.from_bytes(found["sitemap.xml.gz"][4:8], "little") == epoch


def test_a_second_build_takes_over_every_page_as_unchanged(mine: Path, factbook: str) -> None:
    command = [factbook, "build", "--root", str(mine)]
    first, second = (
        subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
        for _ in range(2)
    )
    pages = len(list((mine / "site").rglob("*.html")))
    assert f"{pages} pages, {pages} written, 0 unchanged" in first
    assert f"{pages} pages, 0 written, {pages} unchanged" in second
    assert "\x1b" not in first + second
