from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factbook.cli.main import main
from factbook.exchange.new import start_dossier

if TYPE_CHECKING:
    from pathlib import Path

ATTACK = "2020-12-20-green-zone"
FIRE = "2031-03-14-market-fire"
THIN = {
    "incidents/bare.yaml": "title: Bare\n",
    "actors/somebody.yaml": "title: Somebody\n",
    "statements/undated.yaml": "title: Undated\nby: somebody\non: unknown\n",
    "sources/lost.yaml": "title: Lost\npublisher: unknown\npublished: unknown\n",
    "incidents/blast.yaml": """title: Blast
claims:
  two:
    attribute: killed
    value: 2
    says: somebody
    cite: [{source: lost, quote: two, rendering: paraphrase}]
  three:
    attribute: killed
    value: 3
    cite: [{source: lost, quote: three}]
  four: {attribute: killed, value: 4, says: somebody, hedge: I think, cite: [{source: lost, quote: four}]}
""",
}


@pytest.fixture
def thin(tmp_path: Path) -> Path:
    """A dossier in which everything is still to do."""
    (tmp_path / "mkdocs.yml").write_text("site_name: T\nplugins: [factbook]\n")
    for name, content in THIN.items():
        path = tmp_path / "facts" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    return tmp_path


def ran(*words: str, root: Path, code: int = 0) -> str:
    result = CliRunner().invoke(main, [*words, "--root", str(root)])
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    return result.stdout if code == 0 else result.stderr


def test_a_list_is_aligned_and_names_what_is_contested(root: Path) -> None:
    head, *lines = ran("list", "incidents", root=root).splitlines()
    assert head.split() == ["ID", "DATE", "CLAIMS", "CONFLICTS", "TITLE"]
    [line] = [line for line in lines if line.startswith(ATTACK)]
    assert line.index("Rockets fired") == head.index("TITLE")
    assert "  2020-12-20  " in line


def test_a_list_as_json_has_all_kinds_and_the_conflicts(root: Path) -> None:
    items = json.loads(ran("list", "--json", root=root))
    kinds = {item["kind"] for item in items}
    assert kinds == {"incident", "statement", "actor", "place", "source", "conflict"}
    [source] = [item for item in items if item["id"] == "rudaw-2020-12-21"]
    assert source["claims"] > 20
    assert source["date"] == "2020-12-21"
    assert any(item["id"] == f"{ATTACK}.rockets_fired" for item in items)


def test_a_kind_may_be_named_in_the_singular(root: Path) -> None:
    assert ran("list", "actor", root=root) == ran("list", "actors", root=root)


def test_show_draws_each_kind_of_record(root: Path) -> None:
    for item in json.loads(ran("list", "--json", root=root)):
        shown = ran("show", item["id"], root=root)
        if item["kind"] != "conflict":
            assert shown.startswith(f"{item['title']}\n")
        assert f"facts/{item['kind']}s/" in shown or item["kind"] == "conflict"


def test_show_uses_the_words_of_the_page(root: Path) -> None:
    claim = ran("show", f"{ATTACK}#rockets-three", root=root)
    for words in (
        "Rockets fired: 3 [contested]",
        "Iraqi television",
        "as the document puts it:",
        "“three rockets were fired”",
        "ANI → Pompeo says",
        f"facts/incidents/{ATTACK}.yaml:",
    ):
        assert words in claim, words
    conflict = ran("show", f"{ATTACK}.rockets_fired", root=root)
    assert "How many rockets were fired?" in conflict
    assert "Why these do not agree" in conflict
    source = ran("show", "rudaw-2020-12-21", root=root)
    assert "\nWhat of it is cited\n" in source
    assert "% of the text is quoted" in source
    assert "M0 " not in source
    assert re.search(r"\n +paragraph \d+", source)
    assert not re.search(r"\n *,", source)
    incident = ran("show", ATTACK, root=root)
    for heading in ("At a glance", "What is contested", "What is said", "Documents"):
        assert f"\n{heading}\n" in incident


def test_show_names_the_nearest_id(root: Path) -> None:
    assert f"did you mean {ATTACK}?" in ran("show", f"{ATTACK}s", root=root, code=1)
    said = ran("show", f"{ATTACK}#rockets-thre", root=root, code=1)
    assert f"did you mean {ATTACK}#rockets-three?" in said


def test_everything_that_is_thin_is_to_do(thin: Path) -> None:
    tasks = json.loads(ran("todo", "--json", root=thin))
    assert {task["kind"] for task in tasks} == {
        "open conflict",
        "source without archived text",
        "source without address",
        "incident without date or place",
        "undated statement",
        "actor without kind",
        "one paraphrase only",
        "no origin named",
        "said with doubt",
    }
    urgencies = [task["urgency"] for task in tasks]
    assert urgencies == sorted(urgencies, reverse=True)
    assert tasks[0]["kind"] == "open conflict"
    for task in tasks:
        lines = (thin / task["file"]).read_text().splitlines()
        assert 1 <= task["line"] <= len(lines)
        assert task["help"]


def test_a_task_says_that_something_is_denied(thin: Path) -> None:
    blast = thin / "facts" / "incidents" / "blast.yaml"
    text = THIN["incidents/blast.yaml"].replace("    value: 2\n", "    value: 2\n    act: denies\n")
    blast.write_text(text.replace("value: 4,", "value: 4, act: accuses,"))
    said = ran("todo", "--all", root=thin)
    assert "Killed: 2, denied by Somebody: only as one document puts it" in said
    assert "Killed: 4, accused by Somebody: “I think”" in said


def test_what_editors_settle_is_done(thin: Path) -> None:
    blast = thin / "facts" / "incidents" / "blast.yaml"
    noted = "conflicts: {casualties: {open_because: Nobody names the dead.}}\n"
    blast.write_text(THIN["incidents/blast.yaml"] + noted)
    assert "open because: Nobody names the dead." in ran("todo", root=thin)
    blast.write_text(THIN["incidents/blast.yaml"] + noted.replace("open_because", "explained"))
    assert "open conflict" not in ran("todo", "--all", root=thin)
    assessed = """assessments:
  dead: {attribute: killed, conclusion: 2, method: pending, confidence: low, because: B, weighs: [two], by: desk, on: 2031}
"""
    blast.write_text(THIN["incidents/blast.yaml"] + assessed)
    assert "open conflict" not in ran("todo", "--all", root=thin)


def test_a_quote_that_is_not_verified_is_to_do(thin: Path) -> None:
    text = b"two and three people died."
    (thin / "documents").mkdir()
    (thin / "documents" / "archived.txt").write_bytes(text)
    lost = thin / "facts" / "sources" / "lost.yaml"
    snapshot = f"snapshot: {{sha256: {sha256(text).hexdigest()}}}\n"
    lost.write_text(THIN["sources/lost.yaml"] + snapshot)
    said = json.loads(ran("todo", "--json", "--snapshots", str(thin / "documents"), root=thin))
    unverified = [task for task in said if task["kind"] == "unverified quote"]
    assert [(task["what"], task["file"], task["line"]) for task in unverified] == [
        ("these words do not stand in lost", "facts/incidents/blast.yaml", 12)
    ]
    recorded = ran("todo", "--all", root=thin)
    assert "unverified quote" not in recorded
    assert "quotes not verified: Lost: 3 of 3 quotes not recorded as found in it" in recorded
    ran("verify", "--snapshots", str(thin / "documents"), root=thin, code=1)
    assert "Lost: 1 of 3 quotes not recorded" in ran("todo", "--all", root=thin)
    lost.write_text(THIN["sources/lost.yaml"])
    said = ran("todo", "--all", "--snapshots", str(thin / "documents"), root=thin)
    assert "source without archived text" in said
    assert "unverified quote" not in said


def test_where_much_is_to_do_the_first_come_first(root: Path) -> None:
    short = ran("todo", root=root)
    assert "factbook todo --all" in short
    assert len(ran("todo", "--all", root=root)) > len(short)


def test_schemas_say_how_to_connect_them(tmp_path: Path) -> None:
    start_dossier(tmp_path / "mine")
    said = ran("schema", root=tmp_path / "mine")
    written = {path.name for path in (tmp_path / "mine" / ".schemas").iterdir()}
    assert "incident.json" in written
    assert '".schemas/incident.json": [' in said
    assert '"facts/incidents/**/*.yaml"' in said
    assert "# yaml-language-server: $schema=../../.schemas/incident.json" in said
    before = (tmp_path / "mine" / ".schemas" / "incident.json").read_bytes()
    ran("schema", root=tmp_path / "mine")
    assert (tmp_path / "mine" / ".schemas" / "incident.json").read_bytes() == before


def test_broken_facts_are_said_to_be_so(thin: Path) -> None:
    (thin / "facts" / "incidents" / "bad.yaml").write_text("title: [a\n")
    result = CliRunner().invoke(main, ["list", "--root", str(thin)])
    assert result.exit_code == 0
    assert "what is broken is left out" in result.stderr
    assert "factbook check" in ran("show", "blast", root=thin, code=1)
