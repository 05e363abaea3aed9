from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from factbook.facts.entries import Act
from factbook.pages.remarks import whereabouts
from factbook.pages.wording import ACTS, ACTS_OF, claim_in_words, counted, listed, value_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier


@pytest.mark.parametrize(
    ("attribute", "value", "of", "words"),
    [
        ("killed", "8", "{}", "8"),
        ("injured", "1", "{status: military, nationality: iraqi}", "1 Iraqi soldier"),
        ("injured", "2", "{status: military, nationality: iraqi}", "2 Iraqi soldiers"),
        ("injured", "at least 1", "{status: civilian}", "at least 1 civilian"),
        ("injured", "plural", "{status: civilian}", "civilians (number not given)"),
        ("injured", "plural", "{}", "more than one (number not given)"),
        ("injured", "none", "{status: civilian}", "no civilians"),
        ("injured", "none", "{}", "none"),
        ("injured", "1", "{sex: female}", "1 female person"),
        ("injured", "3", "{nationality: iraqi}", "3 Iraqi people"),
        ("injured", "3", "{age: child}", "3 children"),
        ("killed", "unknown", "{}", "not known"),
        ("killed", "most of injured-all", "{}", "most of injured-all (not resolved)"),
        ("date", "2020-12-20", "{}", "20 December 2020"),
        ("duration", "90", "{}", "90 min"),
        ("duration", "about 2 h", "{}", "about 2 h"),
        ("duration", "none", "{}", "none"),
        ("area", "5 to 12 km2", "{}", "5 to 12 km²"),
        ("held_responsible", "chief", "{}", "Chief"),
        ("held_responsible", "none", "{}", "nobody"),
        ("weapon", "katyusha", "{}", "Katyusha rocket"),
        ("air_defence_activated", "no", "{}", "no"),
        ("damage", "[cars, walls]", "{}", "cars; walls"),
    ],
)
def test_values_in_words(
    dossier: Callable[[str], Dossier], attribute: str, value: str, of: str, words: str
) -> None:
    made = dossier(
        "--- incidents/a.yaml\ntitle: T\nclaims:\n"
        f"  c: {{attribute: {attribute}, value: {value}, of: {of}}}\n"
        "--- vocabulary.yaml\nattributes:\n  area: {label: Area, type: quantity, unit: km2}\n"
        "--- actors/chief.yaml\ntitle: Chief\n"
    )
    [claim] = made.ledger.claims.values()
    assert value_in_words(claim.value, claim.entry.of, made.ledger) == words


def test_counting_and_listing() -> None:
    assert [counted(number, "claim") for number in (0, 1, 2)] == ["0 claims", "1 claim", "2 claims"]
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed(["a", "b", "c"], "or") == "a, b or c"


def test_what_speakers_do_is_told_in_the_past_tense_which_has_one_form_for_all() -> None:
    assert set(ACTS) == set(get_args(Act))
    assert not [words for words in ACTS.values() if words and words.split()[0].endswith("s")]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("{label: a gate}", "at a gate"),
        ("{label: a pond, relation: in}", "in a pond"),
        ("{label: a checkpoint, relation: near, within: town}", "near a checkpoint, within town"),
        ("{place: town}", "in town"),
        ("{place: town, relation: outside}", "outside town"),
    ],
)
def test_where_is_told_with_the_relation_that_is_written(
    dossier: Callable[[str], Dossier], at: str, words: str
) -> None:
    text = "attribute: killed, value: 1, cite: [{source: p, quote: q}]"
    made = dossier(f"--- incidents/fire.yaml\ntitle: T\nclaims: {{a: {{{text}, at: {at}}}}}\n")
    [claim] = made.ledger.claims.values()
    assert [whereabouts(one, made.ledger) for one in claim.entry.places] == [words]


@pytest.mark.parametrize("voice", ["says: chief, ", "", "says: [chief, mayor], "])
@pytest.mark.parametrize("act", get_args(Act))
def test_a_claim_in_a_line_says_what_was_done_with_it(
    dossier: Callable[[str], Dossier], act: Act, voice: str
) -> None:
    made = dossier(
        f"--- incidents/a.yaml\ntitle: T\nclaims:\n  c: {{attribute: killed, {voice}act: {act}, value: 3}}\n"
        "--- actors/chief.yaml\ntitle: Chief\n--- actors/mayor.yaml\ntitle: Mayor\n"
    )
    [claim] = made.ledger.claims.values()
    who = {"": "the document itself", "says: chief, ": "Chief"}.get(voice, "Chief and Mayor")
    assert claim_in_words(claim, made.ledger) == f"Killed: 3, {ACTS_OF[act]}{who}"
    assert not ACTS_OF[act] or ACTS_OF[act].endswith((" by ", " of "))


def test_what_was_done_cannot_be_read_as_done_to_the_speaker() -> None:
    done = [words for act, words in ACTS.items() if act != "asserts"]
    assert all(" this" in words or words == "claimed responsibility" for words in done)
    assert len(set(done)) == len(done)
