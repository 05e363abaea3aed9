"""A record is lean: what a page is about, and nothing that its page hides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.outputs.search.records import UNDATED, Found, records
from factbook.pages.addresses import Addresses
from factbook.pipeline import examine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier

FILES = """
--- incidents/fire.yaml
title: Fire
date: 2020-12
kind: arson
summary: "At least *two* [@two], says [the mayor](x.md)."
claims:
  two: {attribute: killed, value: 2, says: mayor, cite: [{source: paper, quote: not in the record}]}
  five: {attribute: killed, value: 5, says: paper-house, cite: [{source: paper, quote: five}]}
  wrong: {attribute: killed, value: 97, withdrawn: {on: 2021, because: misread}, cite: [{source: paper, quote: q}]}
  hidden: {attribute: killed, value: 98, redacted: {on: 2021, ground: minor}, cite: [{source: paper, quote: q}]}
--- actors/mayor.yaml
title: Mayor
kind: person
names: [{name: عمدة}, {name: Bürgermeister}]
--- actors/paper-house.yaml
title: The paper
--- sources/paper.yaml
title: A report
publisher: unknown
published: unknown
authors: [A. Author]
"""


def found(dossier: Dossier) -> dict[str, Found]:
    return {one.url: one for one in records(dossier.ledger, dossier.weighing, Addresses())}


def test_an_incident_is_found_by_its_summary_kind_and_claims(
    dossier: Callable[[str], Dossier],
) -> None:
    fire = found(dossier(FILES))["incidents/fire/"]
    assert fire.text == (
        "At least two, says the mayor. · arson · Killed: 2, Mayor · Killed: 5, The paper"
    )
    assert (fire.type, fire.date, fire.year, fire.contested) == (
        "incident",
        "December 2020",
        2020,
        "contested",
    )


def test_names_in_all_scripts_are_there_and_folded(dossier: Callable[[str], Dossier]) -> None:
    mayor = found(dossier(FILES))["actors/mayor/"]
    assert mayor.text == "عمدة · Bürgermeister · person"
    assert mayor.content == f"{mayor.text} ⁂ عمده burgermeister"


def test_an_undated_source_is_found_and_sorts_last(dossier: Callable[[str], Dossier]) -> None:
    paper = found(dossier(FILES))["sources/paper/"]
    assert (paper.text, paper.day, paper.year, paper.date) == (
        "A report · A. Author",
        UNDATED,
        0,
        "",
    )


def test_every_record_of_the_flagship_dossier_can_be_found(root: Path) -> None:
    dossier = examine(root)
    assert len(found(dossier)) == len(dossier.ledger.subjects.records)
