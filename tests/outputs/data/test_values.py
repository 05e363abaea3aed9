"""Values keep the words they were written in, and say what these can mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

    Lines = Callable[[Dossier, str], list[dict[str, Any]]]

FILES = """
--- vocabulary.yaml
attributes:
  reach: {{label: Reach, type: quantity, unit: m}}
--- incidents/fire.yaml
title: Fire
claims:
  c: {{attribute: {attribute}, value: {value}, says: mayor, cite: [{{source: paper, quote: q}}]}}
--- actors/mayor.yaml
title: The mayor
--- sources/paper.yaml
title: Paper
publisher: mayor
published: 2020-01-02
"""


def span(low: float | None, high: float | None) -> list[dict[str, float | None]]:
    return [{"low": low, "high": high}]


@pytest.mark.parametrize(
    ("attribute", "written", "usual", "outermost"),
    [
        ("killed", "8", span(8, 8), span(8, 8)),
        ("killed", "at least 8", span(8, None), span(8, None)),
        ("killed", "none", span(0, 0), span(0, 0)),
        ("killed", "about 30", span(27, 33), span(15, 45)),
        ("killed", "5 or 7", [*span(5, 5), *span(7, 7)], [*span(5, 5), *span(7, 7)]),
        ("reach", "1.5 km", span(1500, 1500), span(1500, 1500)),
    ],
)
def test_a_number_has_its_words_and_its_ranges(
    dossier: Callable[[str], Dossier],
    lines: Lines,
    attribute: str,
    written: str,
    usual: object,
    outermost: object,
) -> None:
    [claim] = lines(dossier(FILES.format(attribute=attribute, value=written)), "claims")
    assert claim["value"]["text"] == written
    assert (claim["value"]["usual"], claim["value"]["outermost"]) == (usual, outermost)


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2020-12-20", "2020-12-20", "2020-12-20"),
        ("2020-12", "2020-12-01", "2020-12-31"),
        ("2020-11/2020-12", "2020-11-01", "2020-12-31"),
        ("2020-11/..", "2020-11-01", None),
        ("'[2020-12-27..2020-12-31]'", "2020-12-27", "2020-12-31"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
    ],
)
def test_a_date_has_its_words_and_its_first_and_last_day(
    dossier: Callable[[str], Dossier],
    lines: Lines,
    written: str,
    earliest: str,
    latest: str | None,
) -> None:
    [claim] = lines(dossier(FILES.format(attribute="date", value=written)), "claims")
    assert claim["value"]["text"] == written.strip("'")
    assert claim["value"]["usual"] == {"earliest": earliest, "latest": latest}


def test_names_are_ids_with_titles(dossier: Callable[[str], Dossier], lines: Lines) -> None:
    found = dossier(FILES.format(attribute="held_responsible", value="mayor"))
    [claim] = lines(found, "claims")
    assert claim["value"] == {"type": "actor", "names": [{"id": "mayor", "title": "The mayor"}]}
    assert claim["speakers"] == [{"id": "mayor", "title": "The mayor"}]
    [source] = lines(found, "sources")
    assert source["publisher"] == {"id": "mayor", "title": "The mayor"}
    assert source["address"] == "sources/paper/"
