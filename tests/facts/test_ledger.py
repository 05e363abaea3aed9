from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.facts.decoding import ClaimKey
from factbook.facts.sets import highest, lowest
from factbook.facts.values import Count, MostOf

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

CITE = "cite: [{source: paper, quote: q}]"


@pytest.mark.parametrize(
    ("whole", "part", "bounds"),
    [
        ("value: 8, stated_in: said", "stated_in: said", (5, 8)),
        ("value: 8, says: chief", "says: chief", (5, 8)),
        ("value: 8", "note: own voice", (5, 8)),
        ("value: 7", "note: own voice", (4, 7)),
        ("value: 8, says: chief", "says: mayor", None),
        ("value: 8, says: chief", "note: own voice", None),
        ("value: unknown, says: chief", "says: chief", None),
    ],
)
def test_most_of_a_claim_is_more_than_half_and_at_most_all_of_it(
    dossier: Callable[[str], Dossier], whole: str, part: str, bounds: tuple[int, int] | None
) -> None:
    made = dossier(
        "--- incidents/fire.yaml\ntitle: Fire\nclaims:\n"
        f"  whole: {{attribute: rockets_fired, {whole}, {CITE}}}\n"
        f"  part: {{attribute: rockets_landed, value: most of whole, {part}, {CITE}}}\n"
        "--- statements/said.yaml\ntitle: Said\nby: chief\non: 2020\n"
    )
    value = made.ledger.claims[ClaimKey("fire", "part")].value
    if bounds is None:
        assert isinstance(value, MostOf)
    else:
        assert isinstance(value, Count)
        numbers = value.numbers.outermost
        assert (lowest(numbers), highest(numbers)) == bounds


def test_an_unnamed_speaker_is_one_with_whom_the_editors_say(
    dossier: Callable[[str], Dossier],
) -> None:
    says = "{{unnamed: {}, to: {}, same_as: the-officer}}".format
    made = dossier(
        "--- incidents/fire.yaml\ntitle: Fire\nclaims:\n"
        f"  a: {{attribute: killed, value: 3, says: {says('an officer', 'x')}, {CITE}}}\n"
        f"  b: {{attribute: killed, value: 3, says: {says('a soldier', 'y')}, {CITE}}}\n"
    )
    [[position]] = made.weighing.families.values()
    assert str(position.origins) == "1 origin"
