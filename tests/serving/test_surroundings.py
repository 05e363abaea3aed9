"""Hand-written pages, templates and the configuration, edited while they are served."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from factbook.rendering.templates import template_folder
from factbook.serving.serve import serving

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Served  # type: ignore[import-not-found]

INCIDENT = "2031-03-14-market-fire"
FILE = f"facts/incidents/{INCIDENT}.yaml"
PAGE = f"incidents/{INCIDENT}/"
PANEL = 'class="factbook-panel" role="alert"'


def test_a_hand_written_page_is_drawn_anew(served: Served) -> None:
    path = served.root / "site_src/index.md"
    path.write_text("# Home\n\nWords of today.\n", encoding="utf-8")
    served.shows("", "Words of today.")
    (served.root / "site_src/notes").mkdir()
    (served.root / "site_src/notes/one.md").write_text("# A note\n", encoding="utf-8")
    served.shows("notes/one/", "A note")
    shutil.rmtree(served.root / "site_src/notes")
    served.until("notes/one/", lambda page: page.status == 404)


def test_a_link_to_nowhere_is_told_until_it_is_mended(served: Served) -> None:
    path = served.root / "site_src/index.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n[x](incidents/nowhere.md) [y]({PAGE[:-1]}.md)\n", encoding="utf-8")
    page = served.shows("", "incidents/nowhere.md")
    assert f"{PAGE[:-1]}.md&#x27; is not found" not in page.text
    path.write_text(text, encoding="utf-8")
    served.until("", lambda page: "nowhere" not in page.text)


def test_a_template_of_the_dossier_is_used_and_a_broken_one_told(served: Served) -> None:
    own = served.root / "templates/site/incident.html"
    own.parent.mkdir(parents=True)
    text = (template_folder() / "site/incident.html").read_text(encoding="utf-8")
    own.write_text(f"<p>Of our own.</p>{text}", encoding="utf-8")
    served.shows(PAGE, "Of our own.")
    own.write_text("{% if %}", encoding="utf-8")
    page = served.shows(PAGE, "this template cannot be drawn")
    assert "Of our own." in page.text
    own.write_text("{{ page.nothing.at_all }}", encoding="utf-8")
    page = served.shows(PAGE, "nothing")
    assert PANEL in page.text
    assert "Of our own." in page.text
    shutil.rmtree(served.root / "templates")
    served.until(PAGE, lambda page: "Of our own." not in page.text and PANEL not in page.text)


def test_an_edited_configuration_changes_frames_and_severities(served: Served) -> None:
    path = served.root / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    beside = path.with_name("mkdocs.yml.new")
    beside.write_text(text.replace("site_name: ", "site_name: Our "), encoding="utf-8")
    beside.replace(path)
    served.shows(PAGE, "Our ")
    path.write_text("site_name: [\n", encoding="utf-8")
    page = served.shows(PAGE, 'class="factbook-path">mkdocs.yml:')
    assert "<h1>Fire" in page.text
    path.write_text(text.replace("- factbook", "- nonesuch"), encoding="utf-8")
    assert "<h1>Fire" in served.shows(PAGE, "nonesuch").text
    path.write_text(f"use_directory_urls: false\n{text}", encoding="utf-8")
    served.until(f"{PAGE[:-1]}.html", lambda page: page.status == 200 and PANEL not in page.text)
    assert served.get(PAGE).status == 404


def test_a_site_below_a_path_is_served_there(mine: Path) -> None:
    path = mine / "mkdocs.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"site_url: https://example.org/deep/facts/\n{text}", encoding="utf-8")
    with serving(mine, None, lambda *_: None, lambda _: None, port=0) as address:
        assert address.endswith("/deep/facts/")


@pytest.mark.parametrize("broken", ["facts", "configuration"])
def test_what_is_broken_from_the_start_is_told_and_can_be_mended(
    mine: Path, broken: str, request: pytest.FixtureRequest
) -> None:
    path = mine / (FILE if broken == "facts" else "mkdocs.yml")
    whole = path.read_text(encoding="utf-8")
    path.write_text("title: [\n" if broken == "facts" else "site_name: [\n", encoding="utf-8")
    served: Served = request.getfixturevalue("served")
    page = served.get("" if broken == "configuration" else PAGE)
    assert page.status == 503
    assert PANEL in page.text
    assert path.name in page.text
    path.write_text(whole, encoding="utf-8")
    served.until(PAGE, lambda page: page.status == 200 and "<h1>Fire" in page.text)


@pytest.mark.parametrize("second", [True], indirect=True)
def test_a_second_root_adds_and_is_watched(served: Served, second: Path) -> None:
    assert served.get("places/inner-place/").status == 200
    (second / "facts/places/inner-place.yaml").write_text("title: Innermost\n")
    served.shows("places/inner-place/", "<h1>Innermost")
