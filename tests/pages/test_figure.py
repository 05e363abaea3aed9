from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.pages.addresses import Addresses
from factbook.pages.conflicts import conflicts_page
from factbook.pages.links import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.pages.view import Figure
    from factbook.pipeline import Dossier


def figure(made: Dossier) -> Figure | None:
    desk = Desk(made.ledger, made.weighing, Addresses(), "conflicts/")
    [conflict] = conflicts_page(desk).conflicts
    return conflict.figure


def incident(*claims: str) -> str:
    lines = (
        f"  c{n}: {{{claim}, cite: [{{source: p, quote: q}}]}}\n" for n, claim in enumerate(claims)
    )
    return f"--- incidents/a.yaml\ntitle: T\nclaims:\n{''.join(lines)}"


def test_marks_lie_in_the_order_of_their_numbers_and_inside_the_frame(
    dossier: Callable[[str], Dossier],
) -> None:
    drawn = figure(
        dossier(
            incident(
                "attribute: killed, value: 3, says: x",
                "attribute: killed, value: 8, says: y",
                "attribute: killed, value: at least 5, says: z",
            )
        )
    )
    assert drawn
    three, eight, five = drawn.rows
    assert 0 < three.start < five.start < eight.start < 100
    assert three.start == three.end
    assert five.open_end
    assert five.end > eight.end
    assert [label for _, label in drawn.ticks] == [str(number) for number in range(11)]
    assert drawn.in_words == "x: 3; y: 8; z: at least 5"


@pytest.mark.parametrize(
    "claims",
    [
        (
            "attribute: injured, value: 1, of: {status: military}, says: x",
            "attribute: injured, value: none, says: y",
        ),
        (
            "attribute: date, value: 2020-01-01, says: x",
            "attribute: date, value: 2020-01-02, says: y",
        ),
        (
            "attribute: killed, value: 3, says: x, act: denies",
            "attribute: killed, value: 3, says: y",
        ),
    ],
)
def test_no_number_line_where_it_would_say_something_false(
    dossier: Callable[[str], Dossier], claims: tuple[str, ...]
) -> None:
    assert figure(dossier(incident(*claims))) is None
