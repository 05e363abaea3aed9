"""The lineage of a position as pages show it: in words, and drawn where that says it better."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from factbook.pages.addresses import Addresses
from factbook.pages.lineage import LineageView, lineage_view, ways
from factbook.pages.links import Desk
from factbook.pages.why import why_subject
from factbook.rendering.templates import environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier

    Make = Callable[[str], Dossier]

FILES = """
--- statements/sunday.yaml
title: Statement of Sunday
by: cell
on: 2031-05-05
perhaps_same: [{statement: monday, certainty: possible, because: b}]
--- statements/monday.yaml
title: Statement of Monday
by: army
on: 2031-05-06
--- actors/cell.yaml
title: The Cell
--- actors/army.yaml
title: The Army
--- actors/agency.yaml
title: Agency
kind: outlet
--- sources/paper.yaml
title: Paper
publisher: agency
published: 2031-05-07
--- sources/leaflet.yaml
title: A leaflet with quite a long title
publisher: unknown
published: unknown
derives_from: [paper]
"""
PAPER, LEAFLET = "{source: paper, quote: q}", "{source: leaflet, via: [agency], quote: q}"


def desk_with(made: Dossier) -> Desk:
    return Desk(made.ledger, made.weighing, Addresses(), "")


def seen(dossier: Make, *claims: str) -> tuple[LineageView, Desk]:
    text = "".join(
        f"  c{n}: {{attribute: killed, value: 3, {one}}}\n" for n, one in enumerate(claims)
    )
    made = dossier(f"--- incidents/fire.yaml\ntitle: Fire\nclaims:\n{text}{FILES}")
    found = lineage_view(made.ledger.of_subject["fire"], desk_with(made))
    assert found
    return found, desk_with(made)


def test_one_path_is_a_sentence_and_no_drawing(dossier: Make) -> None:
    view, desk = seen(dossier, f"stated_in: sunday, cite: [{PAPER}]")
    assert view == LineageView(
        ("The Cell: in “Statement of Sunday”, from Agency.",), None, is_told=False
    )
    assert ways("fire", desk) == ()


def test_two_statements_that_may_be_one(dossier: Make) -> None:
    view, desk = seen(
        dossier, f"stated_in: sunday, cite: [{PAPER}]", f"stated_in: monday, cite: [{LEAFLET}]"
    )
    assert view.words == (
        "The Cell: in “Statement of Sunday”, from Agency.",
        "The Army: in “Statement of Monday”, by way of Agency, from A leaflet with quite a long title (from Agency).",
        "Possibly one: The Cell and The Army; that lowers the count to 1.",
    )
    figure = view.figure
    assert figure
    assert figure.title == "From 2 documents to 1 to 2 origins"
    assert [one.words for one in figure.origins] == ["The Cell", "The Army"]
    assert [(one.words, one.full) for one in figure.documents][1][
        1
    ] == "A leaflet with quite a long title"
    assert (figure.bows.count("M"), figure.statements.count("M"), figure.stops.count("M")) == (
        1,
        2,
        2,
    )
    [way] = ways("fire", desk)
    assert (way.value, way.origins, way.lineage) == (
        "3",
        "1 to 2 origins (possibly one statement)",
        view,
    )
    [why] = why_subject("fire", "killed", desk)
    assert why.origins[0].lineage == view.words


@pytest.mark.parametrize(
    ("certainty", "words"), [("", "from Agency"), ("possible", "possibly from Agency")]
)
def test_one_claim_whose_document_comes_from_another_says_so_in_words(
    dossier: Make, root: Path, certainty: str, words: str
) -> None:
    link = f"[{{source: paper, certainty: {certainty}, because: b}}]" if certainty else "[paper]"
    files = FILES.replace("derives_from: [paper]", f"derives_from: {link}")
    claim = f"{{attribute: killed, value: 3, says: cell, cite: [{LEAFLET}]}}"
    desk = desk_with(
        dossier(f"--- incidents/fire.yaml\ntitle: Fire\nclaims:\n  c: {claim}\n{files}")
    )
    [way] = ways("fire", desk)
    told = f"The Cell: by way of Agency, from A leaflet with quite a long title ({words})."
    assert way.lineage == LineageView((told,), None)
    macro = environment(root / "none").get_template("parts/lineage.html").module
    html = str(getattr(macro, "lineage")(way.lineage))  # noqa: B009 - no type knows of macros
    assert told in html
    assert "<svg" not in html


def test_documents_in_their_own_voice_that_go_back_to_one_are_said_to(dossier: Make) -> None:
    _, desk = seen(dossier, f"cite: [{PAPER}, {LEAFLET}]")
    [way] = ways("fire", desk)
    assert way.origins == (
        "no origin named (“Paper” and “A leaflet with quite a long title” go back to one document)"
    )


def test_two_who_count_as_one_each_have_a_line_where_there_is_room(dossier: Make) -> None:
    files = FILES.replace("certainty: possible", "certainty: probable")
    text = "".join(
        f"  c{n}: {{attribute: killed, value: 3, {one}, cite: [{PAPER}]}}\n"
        for n, one in enumerate(("stated_in: sunday", "stated_in: monday", "says: army-of-south"))
    )
    south = "--- actors/army-of-south.yaml\ntitle: Army of the South\n"
    made = dossier(f"--- incidents/fire.yaml\ntitle: Fire\nclaims:\n{text}{files}{south}")
    view = lineage_view(made.ledger.of_subject["fire"], desk_with(made))
    assert view
    assert view.figure
    assert [one.words for one in view.figure.origins] == [
        "The Army",
        "+ The Cell",
        "Army of the Sou…",
    ]
    heights = [one.y for one in view.figure.origins]
    assert heights == sorted(heights)
    assert all(then - one >= 12 for one, then in pairwise(heights))
    assert view.figure.height >= heights[-1] + 9


def test_two_unnamed_of_one_wording_are_told_apart(dossier: Make) -> None:
    files = FILES.replace("derives_from: [paper]", "note: n")
    official = "says: {unnamed: an official, to: unknown}"
    text = "".join(
        f"  c{n}: {{attribute: killed, value: 3, {official}, cite: [{one}]}}\n"
        for n, one in enumerate((PAPER, LEAFLET.replace("via: [agency], ", "")))
    )
    made = dossier(f"--- incidents/fire.yaml\ntitle: Fire\nclaims:\n{text}{files}")
    view = lineage_view(made.ledger.of_subject["fire"], desk_with(made))
    assert view
    assert view.words == (
        "an official in Agency: Agency.",
        "an official in A leaflet with quite a long title: A leaflet with quite a long title.",
    )


def test_own_voice_is_listed_and_not_counted(dossier: Make) -> None:
    view, _ = seen(dossier, f"says: cell, cite: [{PAPER}]", f"cite: [{LEAFLET}]")
    assert view.words[-1].startswith(
        "In their own voice, not counted: by way of Agency, from A leaflet"
    )
    assert view.figure
    assert [one.words for one in view.figure.uncounted] == ["own voice"]
    assert len(view.figure.origins) == 1


def test_four_documents_of_one_speaker_lead_to_one_origin(dossier: Make) -> None:
    cite = ", ".join(f"{{source: s{n}, quote: q}}" for n in range(4))
    view, desk = seen(dossier, f"says: cell, cite: [{cite}]")
    assert view.figure
    assert (len(view.figure.documents), len(view.figure.origins)) == (4, 1)
    assert [way.origins for way in ways("fire", desk)] == ["1 origin"]


@pytest.mark.parametrize(("documents", "speakers"), [(40, 1), (3, 60), (60, 60)])
def test_it_does_not_grow_with_the_number_of_documents(
    dossier: Make, documents: int, speakers: int
) -> None:
    cite = ", ".join(f"{{source: s{n}, quote: q}}" for n in range(documents))
    view, _ = seen(dossier, *(f"says: a{n}, cite: [{cite}]" for n in range(speakers)))
    assert view.figure
    assert view.figure.height < 200
    assert len(view.figure.documents) <= 8
    assert sum(map(len, view.words)) < 1200


def test_the_drawing_is_an_image_with_a_title_and_words_beside_it(
    dossier: Make, root: Path
) -> None:
    view, _ = seen(
        dossier,
        f"stated_in: sunday, cite: [{PAPER}]",
        f"stated_in: monday, cite: [{LEAFLET}]",
        f"cite: [{PAPER}]",
    )
    macro = environment(root / "none").get_template("parts/lineage.html").module
    html = str(getattr(macro, "lineage")(view))  # noqa: B009 - no type knows of macros
    assert re.search(
        r'<svg role="img"[^>]*><title>From 2 documents to 1 to 2 origins</title><desc>', html
    )
    assert "style" not in html
    assert all(words in html for words in view.words)
    assert 'class="fb-perhaps"' in html
    assert ">own voice</text>" in html
