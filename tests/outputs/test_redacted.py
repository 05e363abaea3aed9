"""Of a claim that was redacted nothing gets out but its id; of a withdrawn one no name.

A check refuses a redacted claim with anything left in it. Should that ever fail, still no page, no
data, no search and no briefing tells what was taken out.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from factbook.exchange.data_schema import schema_files
from factbook.outputs.data.files import data_files
from factbook.outputs.search.records import records
from factbook.pages.addresses import Addresses
from factbook.pages.briefing import briefing
from factbook.pages.compose import compose
from factbook.pages.links import Desk
from factbook.rendering.briefing import briefing_data
from factbook.rendering.page import Drawn, draw_page
from factbook.rendering.templates import environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier

FULL = """
    attribute: held_responsible
    value: hidden-one
    act: accuses
    says: speaker
    hedge: hidden-hedge
    at: {label: hidden-label}
    note: hidden-note
    inferred: {from: [paper], because: hidden-reason}
    supersedes: {claim: kept, because: hidden-why}
    credibility: 3
    cite:
      - source: paper
        quote: hidden-quote
        named_as: hidden-words
        via: [agency]
        translation: {text: hidden-translation, by: desk}
"""
FILES = f"""
--- incidents/fire.yaml
title: Fire
date: 2020-12-20
claims:
  kept:
    attribute: injured
    value: 3
    says: speaker
    cite: [{{source: paper, quote: three people, named_as: the boss}}]
  other: {{attribute: injured, value: 5, says: agency, cite: [{{source: paper, quote: five people}}]}}
  gone:
    GONE{FULL}
--- statements/said.yaml
title: What was said
by: speaker
on: 2020-12-20
--- actors/speaker.yaml
title: Speaker
--- actors/agency.yaml
title: Agency
--- actors/hidden-one.yaml
title: Somebody
--- sources/paper.yaml
title: A report
publisher: agency
published: 2020-12-21
"""
REDACTED = "redacted: {on: 2021-01-01, ground: witness}"
WITHDRAWN = "withdrawn: {on: 2021-01-01, because: misread}"


def told(made: Dossier, root: Path) -> dict[str, str]:
    """All that is published of a dossier, by what it is."""
    ledger, weighing, addresses = made.ledger, made.weighing, Addresses()
    found = {}
    for view in compose(ledger, weighing, addresses):
        drawn = draw_page(view, environment(root))
        assert isinstance(drawn, Drawn)
        found[view.address] = f"{drawn.title} {drawn.description} {drawn.body}"
    for name, content in data_files(ledger, weighing, addresses, "A dossier", schema_files()):
        found[name] = content.decode()
    found["search"] = " ".join(
        f"{one.title} {one.content}" for one in records(ledger, weighing, addresses)
    )
    desk = Desk(ledger, weighing, addresses, "")
    brief = briefing(list(ledger.subjects.records), desk, "A dossier", date(2021, 1, 1))
    found["briefing"] = str(briefing_data(brief))
    return found


@pytest.mark.parametrize(
    ("gone", "secret"),
    [
        (REDACTED, ("hidden-hedge", "hidden-label", "hidden-note", "hidden-reason", "hidden-why")),
        (REDACTED, ("hidden-quote", "hidden-words", "hidden-translation")),
        (WITHDRAWN, ("hidden-words", "hidden-quote")),
    ],
)
def test_what_was_taken_out_is_told_nowhere(
    dossier: Callable[[str], Dossier], tmp_path: Path, gone: str, secret: tuple[str, ...]
) -> None:
    made = told(dossier(FILES.replace("GONE", gone)), tmp_path)
    assert [(name, word) for name, text in made.items() for word in secret if word in text] == []
    assert "the boss" in made["actors/speaker/"]
    assert 'id="claim-gone"' in made["incidents/fire/"]


def test_nobody_is_told_to_have_said_or_to_be_in_a_redacted_claim(
    dossier: Callable[[str], Dossier], tmp_path: Path
) -> None:
    made = told(dossier(FILES.replace("GONE", REDACTED)), tmp_path)
    for page in ("actors/speaker/", "actors/agency/", "actors/hidden-one/", "sources/paper/"):
        assert "claim-gone" not in made[page], page
        assert "redacted" not in made[page], page
