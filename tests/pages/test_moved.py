from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from factbook.cli.main import main
from factbook.exchange.new import start_dossier
from factbook.pages.addresses import Addresses
from factbook.pages.compose import compose
from factbook.pages.listing import ListPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factbook.dossier import Dossier


def test_an_old_address_leads_on_and_an_old_anchor_stays(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    start_dossier(folder)
    run = CliRunner().invoke
    old, new = "2031-03-14-market-fire", "hall-fire"
    assert run(main, ["rename", old, new, "--root", str(folder)]).exit_code == 0
    renamed = run(main, ["rename", f"{new}#when", f"{new}#day", "--root", str(folder)])
    assert renamed.exit_code == 0, renamed.output
    built = run(main, ["build", "--strict", "--root", str(folder)])
    assert built.exit_code == 0, built.output
    moved = (folder / "site" / "incidents" / old / "index.html").read_text(encoding="utf-8")
    assert f'content="0; url=../../incidents/{new}/"' in moved
    conflict = folder / "site" / "conflicts" / f"{old}.casualties" / "index.html"
    assert f"../../conflicts/{new}.casualties/" in conflict.read_text(encoding="utf-8")
    page = (folder / "site" / "incidents" / new / "index.html").read_text(encoding="utf-8")
    assert 'id="claim-day"' in page
    assert 'id="claim-when"' in page
    listed = (folder / "site" / "incidents" / "index.html").read_text(encoding="utf-8")
    assert old not in listed


def test_what_is_only_mentioned_has_a_page_and_stays_off_the_list(
    dossier: Callable[[str], Dossier],
) -> None:
    made = dossier(
        "--- incidents/fire.yaml\ntitle: Fire\n--- incidents/flood.yaml\ntitle: Flood\nmention: true\n"
    )
    pages = {one.address: one for one in compose(made.ledger, made.weighing, Addresses())}
    assert "incidents/flood/" in pages
    listing = pages["incidents/"]
    assert isinstance(listing, ListPage)
    assert [row.link.text for row in listing.rows] == ["Fire"]


def test_of_what_was_taken_back_only_the_id_and_the_reason_are_shown(
    dossier: Callable[[str], Dossier], tmp_path: Path
) -> None:
    made = dossier(
        "--- incidents/fire.yaml\ntitle: Fire\nclaims:\n"
        "  a: {attribute: killed, value: 3, cite: [{source: p, quote: SECRET}],\n"
        "    withdrawn: {on: 2026-01-01, because: misread}}\n"
        "  b: {attribute: killed, redacted: {on: 2026-01-02, ground: minor}}\n"
    )
    drawn, problems = made.drawn(tmp_path, Addresses())
    assert problems == []
    body = next(page.body for page in drawn if page.address == "incidents/fire/")
    assert "SECRET" not in body
    assert 'id="claim-a"' in body
    assert "<h3>Redacted</h3>" in body
    assert body.count("<h3>Killed</h3>") == 1
    assert "withdrawn on 1 January 2026: misread" in body
    assert "redacted on 2 January 2026 (minor)" in body
