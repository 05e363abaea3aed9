"""What is said with doubt contradicts nobody, and is told beside what is weighed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.addresses import Addresses
from factbook.pages.incident import incident_page
from factbook.pages.links import Desk
from factbook.pages.why import why_family

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

TEXT = """
--- incidents/fire.yaml
title: Fire
claims:
  none: {attribute: killed, value: none, says: chief, cite: [{source: p, quote: nobody}]}
  one:
    attribute: killed
    value: 1
    says: agency
    hedge: is believed to
    cite: [{source: p, quote: one is believed to have died}]
  demanded: {attribute: killed, value: none, says: chief, act: demands, hedge: perhaps, cite: [{source: p, quote: nobody}]}
"""


def test_what_is_said_with_doubt_is_at_a_glance_and_in_the_account(
    dossier: Callable[[str], Dossier],
) -> None:
    made = dossier(TEXT)
    assert made.weighing.conflicts == {}
    desk = Desk(made.ledger, made.weighing, Addresses(), "incidents/fire/")
    [killed] = incident_page("fire", desk).glance
    assert [(one.value, one.contested) for one in killed.values] == [
        ("none", None),
        ("1 (with doubt: “is believed to”)", None),
    ]
    assert (killed.evidence, killed.more) == ("", 0)
    assert why_family("fire", "casualties", desk).aside == (
        "one (1; agency): said with doubt (“is believed to”)",
        "demanded (none; chief): said with doubt (“perhaps”)",
    )
