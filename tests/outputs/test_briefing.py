from __future__ import annotations

import io
import os
import subprocess
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from factbook.cli.main import main
from factbook.exchange.new import start_dossier
from factbook.outputs.briefing import write_briefing
from factbook.pages.addresses import Addresses
from factbook.pages.incident import incident_page
from factbook.pages.links import Desk
from factbook.pipeline import examine

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from factbook.dossier import Dossier

ATTACK = "2020-12-20-green-zone"
FIRE = "2031-03-14-market-fire"


def brief(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["brief", "--root", str(root), *arguments])


def text_of(content: bytes) -> str:
    """The text of a PDF without white space and marks of direction: lines break anywhere."""
    pages = PdfReader(io.BytesIO(content)).pages
    return letters("".join(page.extract_text() for page in pages))


def letters(text: str) -> str:
    kept = (char for char in text if unicodedata.category(char) != "Cf" and not char.isspace())
    return "".join(kept)


@pytest.fixture(scope="module")
def green_zone(root: Path) -> Dossier:
    return examine(root)


@pytest.fixture(scope="module")
def attack(root: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The briefing on the attack of December 2020."""
    path = tmp_path_factory.mktemp("briefing") / "attack.pdf"
    ran = brief(root, ATTACK, "-o", str(path))
    assert ran.exit_code == 0, ran.output
    return path.read_bytes()


def test_every_quote_and_every_hash_stands_in_the_pdf(attack: bytes, green_zone: Dossier) -> None:
    text = text_of(attack)
    cited = [one for claim in green_zone.ledger.of_subject[ATTACK] for one in claim.entry.cite]
    assert len(cited) > 100
    assert [one.quote for one in cited if letters(one.quote) not in text] == []
    for source in {one.source for one in cited}:
        snapshot = green_zone.ledger.sources[source].snapshot
        assert snapshot
        assert snapshot.sha256 in text


def test_how_a_position_came_here_is_told_once(attack: bytes, green_zone: Dossier) -> None:
    text = text_of(attack)
    desk = Desk(green_zone.ledger, green_zone.weighing, Addresses(), "", green_zone.evidence)
    page = incident_page(ATTACK, desk, whole=True)
    shown = [
        *(one.lineage for conflict in page.conflicts for one in conflict.positions),
        *(side.lineage for one in page.declared for side in one.sides),
        *(one.lineage for one in page.ways),
    ]
    told = Counter(letters("".join(one.words)) for one in shown if one and one.is_told)
    alone = [one for one in told if not any(one in other for other in told if other != one)]
    found = {words: text.count(words) for words in alone}
    assert [words for words in alone if found[words] > told[words]] == []
    assert sum(map(bool, found.values())) > len(alone) / 2  # others have a page's foot in between


def test_what_is_contested_is_shown_with_speakers_and_origins(attack: bytes) -> None:
    text = text_of(attack)
    for words in ("How many rockets were fired?", "probably one statement", "joint statement"):
        assert letters(words) in text


def test_the_pdf_is_tagged_titled_dated_and_declares_its_standards(attack: bytes) -> None:
    reader = PdfReader(io.BytesIO(attack))
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en"
    assert "/StructTreeRoot" in catalogue
    assert reader.metadata
    assert reader.metadata.title == "Rockets fired at Baghdad's Green Zone"
    assert reader.metadata.author == "Green Zone, 2020"
    assert str(reader.metadata.creation_date).startswith("2020-12-21")
    described = catalogue["/Metadata"].get_data().decode()
    for part in ("<pdfaid:part>2</", "<pdfaid:conformance>A</", "<pdfuaid:part>1</"):
        assert part in described


def test_the_same_input_gives_the_same_bytes_anywhere(
    factbook: str, root: Path, tmp_path: Path, attack: bytes
) -> None:
    places = [("Asia/Tokyo", "C.UTF-8", "1"), ("America/Lima", "POSIX", "2")]
    for zone, locale, seed in places:
        path = tmp_path / "attack.pdf"
        here = {**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed}
        command = [factbook, "brief", ATTACK, "-o", str(path), "--root", str(root)]
        subprocess.run(command, env=here, check=True, capture_output=True)  # noqa: S603
        assert path.read_bytes() == attack


def test_every_kind_of_record_has_a_chapter(root: Path, tmp_path: Path) -> None:
    names = [ATTACK, "2020-12-20-security-media-cell", "iran-backed-militias", "green-zone"]
    path = tmp_path / "all.pdf"
    ran = brief(root, *names, "rudaw-2020-12-21", "-o", str(path))
    assert ran.exit_code == 0, ran.output
    text = text_of(path.read_bytes())
    for words in (
        "What it says",
        "How others name this actor",
        "Claims that name it",
        "Claims that cite it",
    ):
        assert letters(words) in text, words


def test_an_arabic_name_moves_no_number_and_words_of_the_facts_are_never_markup(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "mine"
    start_dossier(folder)
    actor = folder / "facts" / "actors" / "ambulance-association.yaml"
    lines = actor.read_text(encoding="utf-8").splitlines()
    renamed = ["title: جمعية الإسعاف" if line.startswith("title:") else line for line in lines]
    actor.write_text("\n".join(renamed), encoding="utf-8")
    incident = folder / "facts" / "incidents" / f"{FIRE}.yaml"
    text = incident.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    incident.write_text(text.replace(title, "title: '#panic() *x* <y> $z$'"), encoding="utf-8")
    ran = brief(folder, FIRE, "-o", str(tmp_path / "fire.pdf"))
    assert ran.exit_code == 0, ran.output
    found = text_of((tmp_path / "fire.pdf").read_bytes())
    assert "#panic()*x*<y>$z$" in found
    assert letters("at least 7") in found
    assert {"ج", "ﺟ"} & set(found) or "الإ" in found


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["nowhere"], "there is no subject nowhere"),
        ([FIRE, "2031-03-14-market-fir"], f"did you mean {FIRE}?"),
    ],
)
def test_a_subject_that_does_not_exist_is_a_clear_error_and_no_file(
    tmp_path: Path, names: list[str], words: str
) -> None:
    start_dossier(tmp_path / "mine")
    ran = brief(tmp_path / "mine", *names, "-o", str(tmp_path / "out.pdf"))
    assert ran.exit_code == 1
    assert words in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_facts_with_errors_give_no_briefing(tmp_path: Path) -> None:
    start_dossier(tmp_path / "mine")
    incident = tmp_path / "mine" / "facts" / "incidents" / f"{FIRE}.yaml"
    text = incident.read_text(encoding="utf-8")
    incident.write_text(text.replace("says: ambulance", "says: ambulanc"), encoding="utf-8")
    ran = brief(tmp_path / "mine", FIRE, "-o", str(tmp_path / "out.pdf"))
    assert ran.exit_code == 1
    assert "unknown-actor" in ran.stderr
    assert not (tmp_path / "out.pdf").exists()


def test_how_far_the_quotes_are_verified_is_said_and_at_each_note_that_differs(
    tmp_path: Path,
) -> None:
    root, out = tmp_path / "mine", tmp_path / "x.pdf"
    start_dossier(root)

    def told() -> str:
        ran = brief(root, FIRE, "-o", str(out))
        assert ran.exit_code == 0, ran.output
        return text_of(out.read_bytes())

    day = letters("are recorded as verified on 21 November 2026")
    assert f"quotes{day}." in told()
    incident = root / "facts/incidents/2031-03-14-market-fire.yaml"
    incident.write_text(incident.read_text().replace("on Friday, 14 March", "on Friday"))
    text = told()
    assert letters("; where that differs, the note says so.") in text
    assert letters("15 March 2031, paragraph 4; not verified") in text
    assert text.count(letters("not verified")) == 1
    for lock in (root / "facts/sources").glob("*.lock"):
        lock.unlink()
    text = told()
    assert letters("None of the quotes is verified.") in text
    assert letters("not verified") not in text


def test_the_date_can_be_given_and_must_be_where_no_document_has_one(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    start_dossier(folder)
    path = tmp_path / "out.pdf"
    brief(folder, FIRE, "-o", str(path), "--date", "2032-01-02")
    dated = PdfReader(path).metadata
    assert dated
    assert str(dated.creation_date).startswith("2032-01-02")
    for source in (folder / "facts" / "sources").glob("*.yaml"):
        lines = source.read_text(encoding="utf-8").splitlines()
        undated = ["published: unknown" if one.startswith("published:") else one for one in lines]
        source.write_text("\n".join(undated), encoding="utf-8")
    ran = brief(folder, FIRE, "-o", str(tmp_path / "none.pdf"))
    assert ran.exit_code == 1
    assert "--date" in ran.stderr


def test_a_template_of_the_dossier_comes_first_and_its_faults_are_problems(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    start_dossier(folder)
    own = folder / "templates" / "briefing"
    own.mkdir(parents=True)
    (own / "briefing.typ").write_text("#let x = (\n")
    ran = brief(folder, FIRE, "-o", str(tmp_path / "out.pdf"))
    assert ran.exit_code == 1
    assert "templates/briefing/briefing.typ" in ran.stderr
    assert "Traceback" not in ran.output


def test_a_file_that_cannot_be_written_is_a_clear_error(tmp_path: Path, attack: bytes) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_briefing(tmp_path / "folder", attack)
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
