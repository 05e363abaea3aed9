"""The flagship dossier: the attack of 20 December 2020."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factbook.pages.addresses import Addresses
from factbook.pipeline import Dossier, examine
from factbook.rendering.page import Drawn

if TYPE_CHECKING:
    from pathlib import Path

ATTACK = "2020-12-20-green-zone"
FORBIDDEN = re.compile(
    r"\b(wounded|perpetrators?|independent(ly)?|confirmed|corroborated)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def green_zone(root: Path) -> Dossier:
    return examine(root)


def test_it_has_no_problems_and_enough_claims(green_zone: Dossier) -> None:
    assert green_zone.problems == ()
    assert len(green_zone.ledger.of_subject[ATTACK]) >= 30


def test_eight_at_least_eight_and_three_rockets_stand_side_by_side(
    green_zone: Dossier, root: Path
) -> None:
    drawn, problems = green_zone.drawn(root, Addresses())
    assert problems == []
    [conflicts] = [page for page in drawn if page.address == "conflicts/"]
    assert isinstance(conflicts, Drawn)
    for words in (
        "How many rockets were fired?",
        "Security Media Cell",
        "eight rockets were fired",
        "at least eight Katyusha rockets landed",
        "three rockets were fired",
        "Sputnik",
        "probably one statement",
        "joint statement",
    ):
        assert words in conflicts.body, words
    rockets = green_zone.weighing.conflicts[f"{ATTACK}.rockets_fired"]
    origins = {
        getattr(one.position.value, "text", ""): str(one.origins) for one in rockets.positions
    }
    assert origins["3"] == "1 origin"
    assert origins["at least 8"] == "1 origin"


def test_a_soldier_civilians_and_nobody_are_in_conflict(green_zone: Dossier) -> None:
    casualties = green_zone.weighing.conflicts[f"{ATTACK}.casualties"]
    kinds = {pair.finding.relation.value for pair in casualties.pairs if pair.finding.is_conflict}
    assert kinds == {"contradicts", "tension"}


def test_every_claim_of_the_attack_is_on_its_page(green_zone: Dossier, root: Path) -> None:
    drawn, _ = green_zone.drawn(root, Addresses())
    [page] = [page for page in drawn if page.id == ATTACK]
    for claim in green_zone.ledger.of_subject[ATTACK]:
        assert f'id="claim-{claim.key.claim}"' in page.body


def test_the_editors_use_the_words_of_the_field(green_zone: Dossier) -> None:
    for path, document in green_zone.documents.items():
        for number, line in enumerate(document.text.splitlines(), start=1):
            quoted = re.search(r"quote:|named_as:|^\s*(-|#)", line)
            assert quoted or not FORBIDDEN.search(line), f"{path}:{number}: {line}"
