"""Names of an actor: each is listed once, with all that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.addresses import Addresses
from factbook.pages.links import Desk
from factbook.pages.names import names_listing

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

TEXT = """
--- actors/states.yaml
title: United States
names:
  - {name: Washington, language: en, cite: [{source: paper, quote: Washington}]}
  - {name: Washington, language: de}
  - {name: Amerika, language: de}
--- incidents/fire.yaml
title: Fire
claims:
  one: {attribute: killed, value: 1, says: states, cite: [{source: leaflet, quote: one, named_as: Washington}]}
  two: {attribute: injured, value: 2, says: states, cite: [{source: leaflet, quote: two, named_as: the Americans}]}
--- sources/paper.yaml
title: Paper
publisher: unknown
published: unknown
--- sources/leaflet.yaml
title: Leaflet
publisher: unknown
published: unknown
"""


def test_a_name_that_documents_quote_it_by_too_is_listed_once_with_both_grounds(
    dossier: Callable[[str], Dossier],
) -> None:
    made = dossier(TEXT)
    desk = Desk(made.ledger, made.weighing, Addresses(), "actors/states/")
    listing = names_listing(made.ledger.actors["states"], list(made.ledger.claims.values()))
    shown = listing.draw(listing.items, desk).names
    assert [
        (one.name, one.language, len(one.citations), [user.text for user in one.users])
        for one in shown
    ] == [
        ("Washington", "en", 1, ["Leaflet"]),
        ("Washington", "de", 0, []),
        ("Amerika", "de", 0, []),
        ("the Americans", "", 0, ["Leaflet"]),
    ]
