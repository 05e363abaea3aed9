from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main
from factbook.exchange.new import start_dossier
from factbook.facts.decoding import ClaimKey
from factbook.pipeline import examine

if TYPE_CHECKING:
    from pathlib import Path

INCIDENT = "incidents/2031-03-14-market-fire.yaml"
KEY = "2031-03-14-market-fire"
MARK = "SECRETWORD"
INTERNAL = {
    INCIDENT: f"""claims:
  injured-three:
    cite:
      - {{source: {MARK.lower()}-memo, quote: three {MARK} people}}
  injured-five:
    attribute: injured
    value: 5
    says: {MARK.lower()}-informer
    note: {MARK} said so
    cite: [{{source: {MARK.lower()}-memo, quote: five {MARK} people}}]
""",
    f"sources/{MARK.lower()}-memo.yaml": f"title: {MARK} memo\npublisher: unknown\npublished: unknown\n",
    f"actors/{MARK.lower()}-informer.yaml": f"title: {MARK} informer\nkind: person\n",
}

UNVERIFIED = "unverified-quote"  # nothing that is made up here has a document


@pytest.fixture
def public(tmp_path: Path) -> Path:
    start_dossier(tmp_path / "public")
    return tmp_path / "public"


@pytest.fixture
def internal(tmp_path: Path) -> Path:
    for name, text in INTERNAL.items():
        path = tmp_path / "internal" / "facts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "internal"


def test_a_second_root_adds_subjects_claims_and_citations(public: Path, internal: Path) -> None:
    alone, both = examine(public), examine(public, internal)
    assert alone.problems == ()
    [memo] = both.problems
    assert (memo.rule, memo.message) == (
        UNVERIFIED,
        "its 2 quotes are not verified: it has no snapshot",
    )
    added = set(both.ledger.claims) - set(alone.ledger.claims)
    assert added == {ClaimKey(KEY, "injured-five")}
    cited = both.ledger.claims[ClaimKey(KEY, "injured-three")].entry.cite
    assert [one.source for one in cited][-1] == f"{MARK.lower()}-memo"
    assert len(cited) == len(alone.ledger.claims[ClaimKey(KEY, "injured-three")].entry.cite) + 1


def test_a_second_root_changes_no_value_of_the_first(public: Path, internal: Path) -> None:
    path = internal / "facts" / INCIDENT
    path.write_text("title: Another\nclaims:\n  injured-three: {value: 4}\n", encoding="utf-8")
    made = examine(public, internal)
    found = [
        (problem.rule, problem.spot.path, place.span.line)
        for problem, place in made.located(made.problems)
        if problem.rule != UNVERIFIED
    ]
    assert [one for one in found if one[0] != "unreached-subject"] == [
        ("overlay-change", f"../internal/facts/{INCIDENT}", 1),
        ("overlay-change", f"../internal/facts/{INCIDENT}", 3),
    ]
    assert {path for rule, path, _ in found if rule == "unreached-subject"} == {
        f"../internal/facts/actors/{MARK.lower()}-informer.yaml",
        f"../internal/facts/sources/{MARK.lower()}-memo.yaml",
    }  # what led to them was written over


def test_problems_stand_in_the_file_that_wrote_them(public: Path, internal: Path) -> None:
    path = internal / "facts" / INCIDENT
    path.write_text(INTERNAL[INCIDENT].replace("value: 5", "value: many"), encoding="utf-8")
    made = examine(public, internal)
    found = made.located(made.problems)
    [(problem, place)] = [one for one in found if one[0].rule != UNVERIFIED]
    assert (problem.rule, problem.spot.path) == ("value-misfit", f"../internal/facts/{INCIDENT}")
    assert place.source_line == "    value: many"
    path.write_text(INTERNAL[INCIDENT].replace(f"{MARK.lower()}-memo", "nowhere"), encoding="utf-8")
    made = examine(public, internal)
    lines = [
        (problem.spot.path, place.source_line.strip())
        for problem, place in made.located(made.problems)
        if problem.rule == "unknown-source"
    ]
    assert [path for path, _ in lines] == [f"../internal/facts/{INCIDENT}"] * 2
    assert all("source: nowhere" in line for _, line in lines)


def test_the_first_root_may_not_name_ids_of_the_second(public: Path, internal: Path) -> None:
    path = public / "facts" / INCIDENT
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("says: ambulance-association", f"says: {MARK.lower()}-informer"),
        encoding="utf-8",
    )
    made = examine(public, internal)
    assert "unknown-actor" in [problem.rule for problem in made.problems]


def test_a_broken_file_of_the_second_root_is_reported_where_it_is(
    public: Path, internal: Path
) -> None:
    (internal / "facts" / INCIDENT).write_text("a: [\n", encoding="utf-8")
    made = examine(public, internal)
    assert (made.problems[0].rule, made.problems[0].spot.path) == (
        "syntax",
        f"../internal/facts/{INCIDENT}",
    )


def test_no_byte_of_a_public_build_holds_a_word_of_the_second_root(
    public: Path, internal: Path
) -> None:
    def build(*more: str) -> bytes:
        ran = CliRunner().invoke(main, ["build", "--root", str(public), *more])
        assert ran.exit_code == 0, ran.output
        files = sorted(path for path in public.rglob("*") if path.is_file())
        names = "\n".join(path.relative_to(public).as_posix() for path in files)
        return names.encode() + b"".join(path.read_bytes() for path in files)

    assert MARK.lower().encode() in build("--with", str(internal)).lower()
    assert MARK.lower().encode() not in build().lower()


def test_a_build_says_when_it_holds_what_is_internal(public: Path, internal: Path) -> None:
    def said(*more: str) -> str:
        return CliRunner().invoke(main, ["build", "--root", str(public), *more]).stderr

    assert f"It holds what is internal, of {internal}" in said("--with", str(internal))
    assert "internal" not in said()
