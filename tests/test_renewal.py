"""What an edit does not reach is taken from before: it must come out as if all were done again."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose
from factbook.pipeline import Known, examine_documents
from factbook.reading.document import Document, parse_file
from factbook.renewal import renewal
from factbook.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.dossier import Dossier

SEEDS = int(os.environ.get("FUZZ_SEEDS", "25"))
SETTINGS = Settings()
CLAIM = "  {id}:\n    attribute: {attribute}\n    value: {value}\n    says: {who}\n{more}    cite:\n      - source: {source}\n        quote: {value} of them, no more, on Sunday\n"
MORE = (
    *("", "", "", "    hedge: perhaps\n", "    act: denies\n", "    of: {status: civilian}\n"),
    "    echoes: {claim: in-{other}#c{n}, certainty: certain, because: a word}\n",
    "    supersedes: {claim: in-{other}#c{n}, because: a word}\n",
    "    counted_in: c{n}\n",
    "    withdrawn: {on: 2020-01-02, because: an error}\n",
)


def _claim(number: int, chance: random.Random) -> str:
    more = chance.choice(MORE)
    more = more.replace("{other}", str(chance.randrange(5))).replace(
        "{n}", str(chance.randrange(4))
    )
    return CLAIM.format(
        id=f"c{number}",
        attribute=chance.choice(("killed", "injured", "casualties", "rockets_fired", "date")),
        value=chance.choice(("1", "2", "3", "at least 3", "2020-01-05", "none", "most of c1")),
        who=f"actor-{chance.randrange(4)}",
        source=f"source-{chance.randrange(3)}",
        more=more,
    )


def _incident(chance: random.Random) -> str:
    summary = f"summary: Some [@c0], others [@in-{chance.randrange(5)}#c1].\n"
    claims = "".join(_claim(number, chance) for number in range(chance.randint(1, 5)))
    return f"title: Attack {chance.choice('abc')}\ndate: 2020-01-05\n{summary}claims:\n{claims}"


def _start(chance: random.Random) -> dict[str, str]:
    files = {f"facts/incidents/in-{n}.yaml": _incident(chance) for n in range(5)}
    for n in range(4):
        files[f"facts/actors/actor-{n}.yaml"] = f"title: Actor {n}\nkind: organisation\n"
    for n in range(3):
        head = f"title: Report {n}\npublisher: unknown\npublished: 2020-01-0{n + 6}\n"
        files[f"facts/sources/source-{n}.yaml"] = f"{head}language: en\n"
    return files


def _edited(files: dict[str, str], chance: random.Random) -> dict[str, str]:
    """Mostly an edit of one incident; now and then something else."""
    path = f"facts/incidents/in-{chance.randrange(5)}.yaml"
    match chance.randrange(12):
        case 0:
            return {**files, f"facts/incidents/in-{chance.randrange(5, 7)}.yaml": _incident(chance)}
        case 1:
            return {name: text for name, text in files.items() if name != path}
        case 2:
            actor = f"facts/actors/actor-{chance.randrange(4)}.yaml"
            whole = chance.choice(("", "part_of: [actor-0]\n", "speaks_for: actor-1\n"))
            return {**files, actor: f"title: Actor\nkind: organisation\n{whole}"}
        case 3:
            return {**files, path: files.get(path, "").replace("claims", "claim", 1) or "x: [\n"}
        case 4:
            words = chance.choice(("axes: {}\n", "", "x: [\n"))
            return {**files, "facts/vocabulary.yaml": words}
    return {**files, path: _incident(chance)}


def _parsed(files: Mapping[str, str], before: Mapping[str, Document]) -> dict[str, Document]:
    """The documents of some files: the same objects as before where a file is the same."""
    documents = {}
    for path, text in files.items():
        known = before.get(path)
        made = known if known and known.text == text else parse_file(path, text.encode())
        if isinstance(made, Document):
            documents[path] = made
    return documents


def _found(dossier: Dossier) -> list[object]:
    weighing = dossier.weighing
    return [
        dossier.problems,
        dict(dossier.checked),
        list(dossier.ledger.claims.items()),
        list(weighing.families.items()),
        list(weighing.conflicts.items()),
        weighing.conflict_of,
        weighing.fingerprints,
        list(compose(dossier.ledger, weighing, Addresses())),
    ]


@pytest.mark.parametrize("seed", range(SEEDS))
def test_a_renewed_dossier_is_the_one_that_is_made_from_the_start(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same edits each time, no secret
    files = _start(chance)
    documents = _parsed(files, {})
    past = examine_documents(SETTINGS, documents, list(files), {}, Known())
    followed = 0
    for _ in range(12):
        files = _edited(files, chance)
        documents = _parsed(files, documents)
        followed += renewal(past, SETTINGS, documents) is not None
        paths = list(files)
        renewed = examine_documents(SETTINGS, documents, paths, {}, Known(), past=past)
        again = examine_documents(SETTINGS, documents, paths, {}, Known())
        assert _found(renewed) == _found(again)
        past = renewed
    assert followed


def test_an_edit_reaches_whoever_names_the_claims_and_nobody_else() -> None:
    files = {
        "facts/incidents/a.yaml": "title: A\n",
        "facts/incidents/b.yaml": "title: B\nsummary: As before [@a#c].\n",
        "facts/incidents/c.yaml": "title: C\nsummary: As before [@b#c].\n",
        "facts/incidents/d.yaml": "title: D\nsummary: As in a.\n",
    }
    documents = _parsed(files, {})
    past = examine_documents(SETTINGS, documents, list(files), {}, Known())
    now = _parsed({**files, "facts/incidents/a.yaml": "title: Another\n"}, documents)
    found = renewal(past, SETTINGS, now)
    assert found is not None
    assert found.reached == {"a", "b", "c"}
    assert (
        renewal(past, SETTINGS, {**now, **_parsed({"facts/actors/x.yaml": "title: X\n"}, {})})
        is None
    )
    assert renewal(past, Settings(severity={"long-quote": None}), now) is None
    assert renewal(None, SETTINGS, now) is None
