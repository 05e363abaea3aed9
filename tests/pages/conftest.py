"""A dossier with every kind of record, and all its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier
    from factbook.pages.view import Page

TEXT = """
--- incidents/fire.yaml
title: Fire in the hall
kind: fire
date: 2020-12-20
place: hall
summary: Three by one count [@three], four by another [@four]; three [@three].
claims:
  day: {attribute: date, value: 2020-12-20, cite: [{source: paper, quote: on Sunday}]}
  where: {attribute: place, value: hall, cite: [{source: paper, quote: in the hall}]}
  three:
    attribute: injured
    value: 3
    stated_in: said
    cite:
      - {source: paper, quote: three people, named_as: the boss, tie: adjacent}
      - {source: leaflet, quote: three persons, via: [agency], rendering: translation}
  four: {attribute: injured, value: 4, says: agency, cite: [{source: leaflet, quote: four people}]}
  who: {attribute: held_responsible, value: chief, act: accuses, says: agency, cite: [{source: leaflet, quote: the chief}]}
--- statements/said.yaml
title: What the chief said
by: chief
on: 2020-12-20
channel: speech
about: [fire]
perhaps_same: [{statement: other, certainty: possible, because: same figure}]
--- statements/other.yaml
title: What was said before
by: [chief, agency]
on: unknown
cite: [{source: paper, quote: before}]
--- actors/chief.yaml
title: Chief
kind: person
part_of: [brigade]
cite: [{source: paper, quote: chief of the brigade}]
--- actors/brigade.yaml
title: Brigade
kind: organisation
--- actors/agency.yaml
title: Agency
kind: outlet
--- places/hall.yaml
title: Hall
within: town
inferred: {from: [paper], because: it is called the town's hall}
--- places/town.yaml
title: Town
--- sources/paper.yaml
title: A report
publisher: agency
published: 2020-12-21
language: en
snapshot: {sha256: "0000000000000000000000000000000000000000000000000000000000000000", bytes: 10}
--- sources/leaflet.yaml
title: A leaflet
publisher: unknown
published: unknown
note: It names no date.
"""


@pytest.fixture
def pages(dossier: Callable[[str], Dossier]) -> dict[str, Page]:
    made = dossier(TEXT)
    assert {problem.rule for problem in made.problems} == {"unverified-quote"}
    return {page.address: page for page in compose(made.ledger, made.weighing, Addresses())}
