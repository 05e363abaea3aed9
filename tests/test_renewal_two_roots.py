"""What an edit reaches where a second root adds to the first: as if both were read anew."""

from __future__ import annotations

import os
import random
from typing import TYPE_CHECKING

import pytest

from factbook import pipeline
from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose
from factbook.pipeline import examine
from factbook.reading.document import Document
from factbook.renewal import renewal
from factbook.serving.resident import Resident

if TYPE_CHECKING:
    from pathlib import Path

    from factbook.dossier import Dossier

SEEDS = int(os.environ.get("FUZZ_SEEDS", "12"))
EDITS = 8
CLAIM = "  {id}:\n    attribute: {attribute}\n    value: {value}\n    says: actor-{who}\n{more}    cite:\n      - {{source: {source}, quote: '{value} of them, on Sunday'}}\n"
MORE = (
    *("", "", "    hedge: perhaps\n", "    act: denies\n", "    of: {status: civilian}\n"),
    "    echoes: {claim: in-1#c1, certainty: certain, because: a word}\n",
    "    supersedes: {claim: in-2#x0, because: a word}\n",
    "    withdrawn: {on: 2020-01-02, because: an error}\n",
)
ASSESSED = "assessments:\n  one: {attribute: killed, conclusion: 1, method: source prioritised, confidence: low, because: so, weighs: [c0], by: desk, on: 2020-02-01}\n"


def claim(name: str, chance: random.Random, sources: tuple[str, ...]) -> str:
    return CLAIM.format(
        id=name,
        attribute=chance.choice(("killed", "injured", "casualties", "date")),
        value=chance.choice(("1", "2", "at least 3", "2020-01-05", "none")),
        who=chance.randrange(3),
        source=chance.choice(sources),
        more=chance.choice(MORE),
    )


def public(chance: random.Random) -> str:
    """An incident of the first root."""
    claims = "".join(claim(f"c{n}", chance, ("paper",)) for n in range(chance.randint(1, 4)))
    summary = chance.choice(("", f"summary: Some [@in-{chance.randrange(4)}#c0].\n"))
    assessed = chance.choice(("", ASSESSED))
    return f"title: Attack {chance.choice('abc')}\ndate: 2020-01-05\n{summary}claims:\n{claims}{assessed}"


def internal(chance: random.Random) -> str:
    """What a second root adds to an incident, now and then faulty."""
    claims = "".join(claim(f"x{n}", chance, ("paper", "memo")) for n in range(chance.randint(1, 3)))
    more = "  c0:\n    cite: [{source: memo, quote: '1 of them'}]\n"
    faulty = ("title: Another\n", "titel: x\n", "x: [\n")
    head = chance.choice(("", "", "", "", "note: ours\n", *faulty))
    return f"{head}claims:\n{claims}{chance.choice(('', more))}"


def write(folder: Path, path: str, text: str) -> Path:
    target = folder / "facts" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return target


@pytest.fixture
def roots(tmp_path: Path) -> tuple[Path, Path]:
    """Two roots without incidents."""
    first, second = tmp_path / "first", tmp_path / "second"
    for number in range(3):
        write(first, f"actors/actor-{number}.yaml", f"title: Actor {number}\nkind: organisation\n")
    source = "title: A report\npublisher: unknown\npublished: 2020-01-06\n"
    write(first, "sources/paper.yaml", source)
    write(second, "sources/memo.yaml", source.replace("report", "memo"))
    (first / "mkdocs.yml").write_text("site_name: Two roots\nplugins: [factbook]\n")
    return first, second


def edit(first: Path, second: Path, chance: random.Random) -> Path:
    """One edit, mostly to what one incident says in either root."""
    path = f"incidents/in-{chance.randrange(4)}.yaml"
    match chance.randrange(14):
        case 0:
            (second / "facts" / path).unlink(missing_ok=True)
            return second / "facts" / path
        case 1:
            own = chance.choice(("", "plcae: here\n")) + public(chance)
            return write(second, f"incidents/only-{chance.randrange(2)}.yaml", own)
        case 2:
            return write(first, "actors/actor-1.yaml", f"title: Actor {chance.randrange(9)}\n")
        case 3:
            return write(second, "sources/memo.yaml", "title: Memo\npublisher: unknown\n")
        case 4:
            return write(second, "incidents/in-0.lock", "one " + "0" * 64 + "\n")
        case number if number % 2:
            return write(second, path, internal(chance))
    return write(first, path, public(chance))


def found(dossier: Dossier) -> list[object]:
    weighing = dossier.weighing
    return [
        dossier.located(dossier.problems),
        dict(dossier.checked),
        dossier.ledger.subjects.records,
        list(dossier.ledger.claims.items()),
        list(weighing.families.items()),
        list(weighing.conflicts.items()),
        weighing.conflict_of,
        weighing.fingerprints,
        dict(weighing.recorded),
        weighing.public,
        dossier.tree,
        list(compose(dossier.ledger, weighing, Addresses())),
    ]


@pytest.fixture
def followed(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each of the renewals asked for could be followed."""
    seen: list[bool] = []

    def watched(*arguments: object) -> object:
        made = renewal(*arguments)  # type: ignore[arg-type]
        seen.append(made is not None)
        return made

    monkeypatch.setattr(pipeline, "renewal", watched)
    return seen


@pytest.mark.parametrize("seed", range(SEEDS))
def test_edits_in_either_root_come_out_as_if_both_were_read_anew(
    roots: tuple[Path, Path], seed: int, followed: list[bool]
) -> None:
    first, second = roots
    chance = random.Random(seed)  # noqa: S311 - the same edits each time, no secret
    for number in range(4):
        write(first, f"incidents/in-{number}.yaml", public(chance))
    write(second, "incidents/in-0.yaml", internal(chance))
    resident = Resident(first, second)
    followed.clear()
    for _ in range(EDITS):
        renewed = resident.update([edit(first, second, chance)])
        kept = list(followed)
        assert found(renewed) == found(examine(first, second))
        followed[:] = kept
    assert any(followed)


def test_an_edit_in_either_root_is_followed_in_both(
    roots: tuple[Path, Path], followed: list[bool]
) -> None:
    first, second = roots
    chance = random.Random(1)  # noqa: S311 - the same words each time, no secret
    for number in range(3):
        write(
            first,
            f"incidents/in-{number}.yaml",
            f"title: A\nclaims:\n{claim('c0', chance, ('paper',))}",
        )
    over = f"summary: As before [@in-2#c0].\nclaims:\n{claim('x0', chance, ('memo',))}"
    write(second, "incidents/in-1.yaml", over)
    resident = Resident(first, second)
    before = resident.dossier
    followed.clear()
    path = write(second, "incidents/in-1.yaml", over.replace("before", "ever"))
    after = resident.update([path])
    assert followed == [True, True]
    assert after.ledger.incidents["in-1"].summary.startswith("As ever")
    assert after.ledger.incidents["in-0"] is before.ledger.incidents["in-0"]
    there = after.ledger.subjects.paths["in-2"]
    other = {there: Document(there, b"title: B")}
    made = renewal(after, after.settings, {**after.documents, **other})
    assert made is not None
    assert made.reached == {"in-1", "in-2"}  # what names it stands in the second root alone


def test_a_fault_that_only_the_second_root_has_stays_while_others_are_edited(
    roots: tuple[Path, Path], followed: list[bool]
) -> None:
    first, second = roots
    write(first, "incidents/in-0.yaml", "title: A\n")
    write(second, "incidents/only.yaml", "title: B\nplcae: here\n")
    resident = Resident(first, second)
    followed.clear()
    after = resident.update([write(first, "incidents/in-0.yaml", "title: C\n")])
    assert followed == [True, True]
    [(problem, _)] = [one for one in after.located(after.problems) if one[0].rule == "unknown-key"]
    assert problem.spot.path == "../second/facts/incidents/only.yaml"
