from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

STATEMENTS = """
--- statements/by-cell.yaml
title: By the cell
by: cell
on: 2020-12-20
--- statements/by-cell-again.yaml
title: By the cell again
by: cell
on: 2020-12-21
--- statements/by-army.yaml
title: By the army
by: army
on: 2020-12-20
perhaps_same:
  - {statement: by-cell, certainty: CERTAINTY, because: same words}
--- statements/by-television.yaml
title: By television
by: television
on: 2020-12-20
perhaps_same:
  - {statement: by-army, certainty: CERTAINTY, because: same words}
--- statements/joint.yaml
title: Joint
by: [army, embassy]
on: 2020-12-20
--- statements/joint-too.yaml
title: Joint, too
by: [embassy, minister]
on: 2020-12-20
"""
ROWS = [
    ("one speaker in one document", ["cell"], "probable", "1 origin"),
    ("two speakers", ["cell", "embassy"], "probable", "2 origins"),
    ("two statements of one speaker", ["by-cell", "by-cell-again"], "probable", "1 origin"),
    ("perhaps one statement, probable", ["by-cell", "by-army"], "probable", "1 origin"),
    ("perhaps one statement, possible", ["by-cell", "by-army"], "possible", "1 to 2 origins"),
    ("links are transitive", ["by-cell", "by-television"], "certain", "1 origin"),
    ("three that may be one", ["by-cell", "by-army", "by-television"], "possible", "1 to 3 origins"),
    ("a joint statement alone", ["joint"], "probable", "1 origin"),
    ("a joint statement and one of its speakers", ["joint", "army"], "probable", "1 origin"),
    ("a joint statement and both", ["joint", "army", "embassy"], "probable", "2 origins"),
    ("a joint statement and another speaker", ["joint", "minister"], "probable", "2 origins"),
    ("two joint statements with a common speaker", ["joint", "joint-too"], "probable", "1 origin"),
    ("an unnamed speaker, twice", ["{unnamed: x, to: television}"] * 2, "probable", "1 origin"),
    (
        "two unnamed speakers to one outlet",
        ["{unnamed: x, to: television}", "{unnamed: y, to: television}"],
        "probable",
        "2 origins",
    ),
    (
        "the same words to two outlets",
        ["{unnamed: x, to: television}", "{unnamed: x, to: cell}"],
        "probable",
        "2 origins",
    ),
    ("a spokesman and the body he speaks for", ["spokesman", "army"], "probable", "1 origin"),
    ("a spokesman and another body", ["spokesman", "cell"], "probable", "2 origins"),
    ("the document's own voice", ["-"], "probable", "no origin named"),
    ("own voice beside a speaker", ["-", "cell"], "probable", "1 origin"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "who", "certainty", "expected"), ROWS, ids=[r[0] for r in ROWS])
def test_origins_of_a_position(
    told: Callable[..., Dossier], name: str, who: list[str], certainty: str, expected: str
) -> None:
    lines = [f"{one} | killed | 3" for one in who]
    made = told(*lines, statements=STATEMENTS.replace("CERTAINTY", certainty))
    [[position]] = made.weighing.families.values()
    assert str(position.origins) == expected, name


def test_a_link_outside_the_position_does_not_merge_what_it_does_not_touch(
    told: Callable[..., Dossier],
) -> None:
    made = told(
        "army | killed | 3",
        "by-cell-again | killed | 3",
        statements=STATEMENTS.replace("CERTAINTY", "certain"),
    )
    [[position]] = made.weighing.families.values()
    assert str(position.origins) == "2 origins"


def test_documents_that_speak_for_themselves_are_counted_apart(
    told: Callable[..., Dossier],
) -> None:
    made = told(
        "- | killed | 3",
        "- | killed | 3 | cite: [{source: other, quote: q}]",
        "cell | killed | 3",
    )
    [[position]] = made.weighing.families.values()
    assert (str(position.origins), position.origins.own_voice) == ("1 origin", 2)


def test_why_speakers_count_as_one_is_said(told: Callable[..., Dossier]) -> None:
    made = told(
        "by-cell | killed | 3",
        "by-army | killed | 3",
        "joint | killed | 3",
        statements=STATEMENTS.replace("CERTAINTY", "possible"),
    )
    [[position]] = made.weighing.families.values()
    assert position.origins.merged == ("joint statement", "possibly one statement")
