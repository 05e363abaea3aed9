"""The flagship dossier: the attacks of 17 November and 20 December 2020."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factbook.facts.values import Count
from factbook.pages.addresses import Addresses
from factbook.pipeline import examine
from factbook.rendering.page import Drawn

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.dossier import Dossier

ATTACK, NOVEMBER = "2020-12-20-green-zone", "2020-11-17-green-zone"
FORBIDDEN = re.compile(
    r"\b(wounded|perpetrators?|independent(ly)?|confirmed|corroborated)\b", re.IGNORECASE
)
FURNITURE = re.compile(
    r"December 14, 2011|Census|Kirkuk Governorate|extends holiday|Oil prices|atomic warehouse|"
    r"Previous Article|Related Posts|accelerate US withdrawal|Biden|China|ad_\d"
)


@pytest.fixture(scope="module")
def green_zone(root: Path) -> Dossier:
    return examine(root)


def test_it_has_no_problems_and_enough_claims(green_zone: Dossier) -> None:
    assert green_zone.problems == ()
    assert len(green_zone.ledger.of_subject[ATTACK]) >= 30


def test_it_tells_what_the_five_documents_mention_besides(green_zone: Dossier) -> None:
    ledger, weighing = green_zone.ledger, green_zone.weighing
    assert len(ledger.incidents) + len(ledger.statements) >= 30
    assert len(ledger.actors) >= 50
    assert len(ledger.claims) >= 220
    assert len(weighing.conflicts) + len(weighing.declared) >= 25
    for incident in ledger.incidents:
        assert ledger.of_subject[incident], incident


def test_the_rules_find_these_disagreements_and_no_others(green_zone: Dossier) -> None:
    assert set(green_zone.weighing.conflicts) == {
        f"{ATTACK}.rockets_fired",
        f"{ATTACK}.casualties",
        f"{NOVEMBER}.casualties",
    }


def test_speakers_without_a_name_stay_apart(green_zone: Dossier) -> None:
    actors = green_zone.ledger.actors
    unnamed = {name for name, actor in actors.items() if actor.kind == "unidentified"}
    assert len(unnamed) >= 8
    for name in unnamed:
        assert all(one.certainty == "possible" for one in actors[name].perhaps_same), name


def test_nothing_is_quoted_that_is_no_part_of_an_article(green_zone: Dossier) -> None:
    for _, citation in green_zone.ledger.citations():
        assert not FURNITURE.search(citation.quote), citation.quote


def test_eight_at_least_eight_and_three_rockets_stand_side_by_side(
    green_zone: Dossier, root: Path
) -> None:
    drawn, problems = green_zone.drawn(root, Addresses())
    assert problems == []
    [conflicts] = [page for page in drawn if page.id == f"{ATTACK}.rockets_fired"]
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


def test_a_child_and_a_woman_are_in_tension_and_inside_and_outside_are_not(
    green_zone: Dossier,
) -> None:
    found = {one.id: one for one in green_zone.weighing.conflicts.values()}
    assert f"{NOVEMBER}.rockets_fired" not in found
    killed = found[f"{NOVEMBER}.casualties"]
    clashing = {
        dict(killed.positions[number].position.coverage.scope)["age"] for number in killed.contested
    }
    assert (killed.kind.value, clashing) == ("tension", {"child", "adult"})


def test_what_the_security_media_cell_counts_adds_up_to_its_eight(green_zone: Dossier) -> None:
    rockets = green_zone.weighing.conflicts[f"{ATTACK}.rockets_fired"]
    [account] = [one.position for one in rockets.positions if one.position.parts]
    assert [claim.entry.value for claim in account.claims] == ["1", "6", "1"]
    assert isinstance(account.value, Count)
    assert (account.value.text, account.complete) == ("8", True)


def test_every_conflict_is_assessed_or_explained_or_open_with_a_reason(green_zone: Dossier) -> None:
    weighing = green_zone.weighing
    for found in weighing.conflicts.values():
        assert found.assessment or (found.noted and found.noted.open_because), found.id
    for declared in weighing.declared.values():
        assert declared.entry.explained or declared.entry.open_because, declared.id
    for subject, key in weighing.fingerprints:
        assert weighing.is_recorded(subject, key)
        assert not weighing.has_changed(subject, key)


@pytest.mark.parametrize("attack", [ATTACK, NOVEMBER])
def test_every_claim_of_an_attack_is_on_its_page(
    green_zone: Dossier, root: Path, attack: str
) -> None:
    drawn, _ = green_zone.drawn(root, Addresses())
    [page] = [page for page in drawn if page.id == attack]
    for claim in green_zone.ledger.of_subject[attack]:
        assert f'id="claim-{claim.key.claim}"' in page.body


def test_the_editors_use_the_words_of_the_field(green_zone: Dossier) -> None:
    for path, document in green_zone.documents.items():
        for number, line in enumerate(document.text.splitlines(), start=1):
            quoted = re.search(r"quote:|named_as:|^\s*(-|#)", line)
            assert quoted or not FORBIDDEN.search(line), f"{path}:{number}: {line}"
