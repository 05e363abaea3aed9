from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factbook.pages.addresses import Addresses
from factbook.pages.conflict import conflict_view
from factbook.pages.links import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier
    from factbook.pages.contested import Figure


def figure(made: Dossier) -> Figure | None:
    desk = Desk(made.ledger, made.weighing, Addresses(), "conflicts/")
    [conflict] = made.weighing.conflicts.values()
    return conflict_view(conflict, desk).figure


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
    assert drawn.in_words == "How many people were killed? x: 3; y: 8; z: at least 5"


@pytest.mark.parametrize(
    ("value", "points", "start", "end"),
    [
        ("10", [10], 10, 10),
        ("at most 10", [10], 0, 10),
        ("10 to 20", [], 10, 20),
        ("10 to 20, best 12", [12], 10, 20),
        ("10 or 20", [10, 20], 10, 10),
        ("about 20", [20], 18, 22),
    ],
)
def test_each_form_of_a_count_is_drawn_as_what_it_says(
    dossier: Callable[[str], Dossier],
    value: str,
    points: list[float],
    start: float,
    end: float,
) -> None:
    made = dossier(
        incident(
            f"attribute: killed, value: '{value}', says: x",
            "attribute: killed, value: 40, says: y",
        )
    )
    drawn = figure(made)
    assert drawn
    numbers = {float(label): percent for percent, label in drawn.ticks}
    scale = (numbers[40] - numbers[0]) / 40
    row = drawn.rows[0]
    assert [round((point - numbers[0]) / scale) for point in row.points] == points
    assert round((row.start - numbers[0]) / scale) == start
    assert round((row.end - numbers[0]) / scale) == end


def test_large_numbers_have_few_ticks_and_separators(dossier: Callable[[str], Dossier]) -> None:
    drawn = figure(
        dossier(
            incident(
                "attribute: killed, value: 3, says: x", "attribute: killed, value: 1200000, says: y"
            )
        )
    )
    assert drawn
    assert [label for _, label in drawn.ticks] == [
        "0",
        "500,000",
        "1,000,000",
        "1,500,000",
        "2,000,000",
    ][: len(drawn.ticks)]
    assert len(drawn.ticks) <= 6


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
