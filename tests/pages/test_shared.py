from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.facts.decoding import ClaimKey
from factbook.pages.addresses import Addresses
from factbook.pages.claims import claim_view
from factbook.pages.compose import Site, plans
from factbook.pages.links import Desk
from factbook.pages.view import ClaimView

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

TEXT = """
--- incidents/fire.yaml
title: Fire
claims:
  one:
    attribute: killed
    value: 1
    says: chief
    cite: [{source: paper, quote: one}, {source: wire, via: [agency, chief], quote: one man}]
  two: {attribute: killed, value: 2, stated_in: word, cite: [{source: wire, quote: two}]}
  who:
    attribute: held_responsible
    value: chief
    says: {unnamed: guard, to: agency}
    cite: [{source: wire, quote: him}]
  where: {attribute: place, value: hall, cite: [{source: paper, quote: in the hall}]}
  gone:
    attribute: killed
    value: 3
    withdrawn: {on: 2021-01-01, because: misread}
    cite: [{source: paper, quote: three}]
--- incidents/raid.yaml
title: Raid
summary: As in [@fire#one].
claims:
  one: {attribute: target, value: chief, cite: [{source: paper, quote: the chief}]}
--- statements/word.yaml
title: Word
by: agency
on: 2021-01-01
--- actors/chief.yaml
title: Chief
--- actors/agency.yaml
title: Agency
kind: outlet
--- places/hall.yaml
title: Hall
--- sources/paper.yaml
title: Paper
publisher: unknown
published: unknown
--- sources/wire.yaml
title: Wire
publisher: agency
published: 2021-01-02
"""


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("backwards", [True, False])
def test_a_page_is_the_same_whichever_were_composed_before_it(
    dossier: Callable[[str], Dossier], *, directory_urls: bool, backwards: bool
) -> None:
    made = dossier(TEXT)
    addresses = Addresses(directory_urls)

    def site() -> Site:
        return Site(Desk(made.ledger, made.weighing, addresses, ""))

    shared = list(plans(site()))
    composed = {one.address: one.compose() for one in (shared[::-1] if backwards else shared)}
    for number, plan in enumerate(shared):
        alone = list(plans(site()))[number]
        assert composed[plan.address] == alone.compose(), plan.address


PLACES = {
    "incidents/fire/": {"subject"},
    "incidents/raid/": set(),
    "statements/word/": set(),
    "actors/chief/": {"speakers", "citations"},
    "actors/agency/": {"citations"},
    "sources/paper/": {"citations"},
    "conflicts/fire.casualties/": {"contested"},
    "sources/wire--claims-2/": set(),
}


@pytest.mark.parametrize("here", PLACES)
def test_only_what_leads_to_the_page_itself_is_another_on_it(
    dossier: Callable[[str], Dossier], here: str
) -> None:
    made = dossier(TEXT)
    desk = Desk(made.ledger, made.weighing, Addresses(), here)
    claim = made.ledger.claims[ClaimKey("fire", "one")]
    seen, whole = claim_view(claim, desk), claim_view(claim, desk.anywhere())
    others = {one for one in ClaimView.__slots__ if getattr(seen, one) != getattr(whole, one)}
    assert others == PLACES[here]
