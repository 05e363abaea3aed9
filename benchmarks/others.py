"""The same dossier for other generators: Markdown pages for MkDocs, drawn bodies for Hugo.

MkDocs gets what the fact pages say as Markdown, one file a page, all of them in its navigation.
Hugo gets the very bodies that Factbook has drawn, and only puts them into a layout.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factbook.pages.addresses import Addresses
from factbook.pages.wording import value_in_words, voice_in_words
from factbook.pipeline import examine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from factbook.dossier import Dossier
    from factbook.facts.ledger import Claim

SECTIONS = ("incidents", "actors", "places", "sources")
MKDOCS = "site_name: A dossier\ntheme: mkdocs\nuse_directory_urls: true\nnav:\n  - Home: index.md\n"
HUGO = """\
baseURL = "https://example.org/"
title = "A dossier"
disableKinds = ["taxonomy", "term", "RSS"]
[security]
allowContent = [".*"]
"""
LAYOUT = """\
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
<link rel="stylesheet" href="/style.css"></head><body><header><nav>{{ range .Site.Sections }}
<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ .Site.Title }}</footer></body></html>
"""
BODY = '{{ define "main" }}{{ .Content }}{{ end }}\n'


def write_for_mkdocs(dossier: Path, folder: Path) -> int:
    """Markdown pages and a configuration that names them all; how many pages."""
    made = examine(dossier)
    entries = [MKDOCS]
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    pages = 0
    for section in SECTIONS:
        (folder / "docs" / section).mkdir()
        entries.append(f"  - {section.capitalize()}:\n")
        for name in getattr(made.ledger, section):
            path = f"{section}/{name}.md"
            (folder / "docs" / path).write_text(_markdown(name, section, made), encoding="utf-8")
            entries.append(f"    - {json.dumps(made.ledger.title(name))}: {path}\n")
            pages += 1
    (folder / "mkdocs.yml").write_text("".join(entries), encoding="utf-8")
    return pages


def write_for_hugo(dossier: Path, folder: Path) -> int:
    """A layout, and a page of content for each body that Factbook has drawn; how many pages."""
    made = examine(dossier)
    layouts = folder / "layouts/_default"
    layouts.mkdir(parents=True)
    (folder / "hugo.toml").write_text(HUGO, encoding="utf-8")
    (layouts / "baseof.html").write_text(LAYOUT, encoding="utf-8")
    for kind in ("single", "list"):
        (layouts / f"{kind}.html").write_text(BODY, encoding="utf-8")
    pages = 0
    for page in made.drawn(dossier, Addresses())[0]:
        if page.is_framed and not page.is_list:
            target = folder / "content" / page.section / f"{page.id}.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            head = f"title: {json.dumps(page.title)}\ndescription: {json.dumps(page.description)}\n"
            target.write_text(f"---\n{head}---\n{page.body}", encoding="utf-8")
            pages += 1
    return pages


def _markdown(name: str, section: str, made: Dossier) -> str:
    """What a fact page says, as somebody would write it by hand."""
    ledger = made.ledger
    claims: Iterable[Claim]
    if section == "sources":
        claims = ledger.by_source.get(name, ())
    elif section == "actors":
        claims = ledger.by_voice.get(name, ())
    else:
        claims = ledger.of_subject.get(name, ())
    only = name if section == "sources" else ""
    return "".join((f"# {ledger.title(name)}\n\n", *(_claim(one, made, only) for one in claims)))


def _claim(claim: Claim, made: Dossier, only: str) -> str:
    return "".join(_lines(claim, made, only))


def _lines(claim: Claim, made: Dossier, only: str) -> Iterator[str]:
    ledger = made.ledger
    value = value_in_words(claim.value, claim.entry.of, ledger)
    subject = f"[{ledger.title(claim.key.subject)}](../incidents/{claim.key.subject}.md)"
    label = ledger.vocabulary.attributes[claim.entry.attribute].label
    yield f"### {label}: {value}\n\n{subject}, said by "
    for voice in claim.voices:
        yield f"[{voice_in_words(voice, ledger)}](../actors/{voice.actor}.md)\n\n"
    for cited in claim.entry.cite:
        if only in {"", cited.source}:
            source = f"[{ledger.title(cited.source)}](../sources/{cited.source}.md)"
            day = ledger.sources[cited.source].published.text
            yield f"> {cited.quote}\n>\n> *{source}, {day}*\n\n"
