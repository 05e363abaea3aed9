"""Tasks about records: documents that may get lost, and particulars that nobody has filled in."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factbook.pages.task import Task
from factbook.pages.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger
    from factbook.pages.links import Desk

MANY_CLAIMS = 10  # a source or statement with so many counts as much as one can


def sources_without_snapshot(desk: Desk) -> Iterator[Task]:
    """Documents whose words nobody can look up once they are gone."""
    for name, source in desk.ledger.sources.items():
        if source.snapshot is None:
            yield Task(
                urgency=50 + _claims_of_source(name, desk.ledger),
                kind="source without archived text",
                what=f"{source.title}: {_carries(name, desk.ledger)}, and no archived text",
                where=desk.ledger.spot(name),
                help=f"archive it with `factbook archive {name}`, and a file or its address",
            )


def unverified_quotes(desk: Desk) -> Iterator[Task]:
    """Documents that are archived, and in which not every quote has been found."""
    cited = Counter(one.source for _, one in desk.ledger.citations())
    waiting = Counter(
        one.source
        for _, one in desk.ledger.citations()
        if (source := desk.ledger.sources.get(one.source))
        and source.snapshot
        and desk.evidence.of(one, source).state in {"unverified", "stale"}
    )
    for name, count in waiting.items():
        total = counted(cited[name], "quote")
        yield Task(
            urgency=60 + min(count, MANY_CLAIMS),
            kind="quotes not verified",
            what=f"{desk.ledger.title(name)}: {count} of {total} not recorded as found in it",
            where=desk.ledger.spot(name).at("snapshot"),
            help="run `factbook verify` where the archived document is at hand",
        )


def sources_without_address(desk: Desk) -> Iterator[Task]:
    """Documents that a reader cannot find."""
    for name, source in desk.ledger.sources.items():
        missing = [key for key in ("url", "archive_url") if not getattr(source, key)]
        if missing:
            gone = "neither address nor public copy" if len(missing) == 2 else f"no {missing[0]}"
            yield Task(
                urgency=(20 if len(missing) == 2 else 10) + _claims_of_source(name, desk.ledger),
                kind="source without address",
                what=f"{source.title}: {_carries(name, desk.ledger)}, and {gone}",
                where=desk.ledger.spot(name),
                help=f"add `{'`, `'.join(missing)}`, if there is one",
            )


def undated_statements(desk: Desk) -> Iterator[Task]:
    """Statements that no document dates, and whose date nobody has inferred."""
    for name, statement in desk.ledger.statements.items():
        if not statement.on.known and statement.inferred is None:
            claims = len(desk.ledger.in_statement.get(name, ()))
            yield Task(
                urgency=35 + min(claims, MANY_CLAIMS),
                kind="undated statement",
                what=f"{statement.title}: {counted(claims, 'claim')}, and nobody dates it",
                where=desk.ledger.spot(name).at("on"),
                help="find a document that dates it, or add `inferred` with what bounds the date",
            )


def actors_without_kind(desk: Desk) -> Iterator[Task]:
    """Actors of which it is not said whether they are a body or a label."""
    for name, actor in desk.ledger.actors.items():
        if not actor.kind:
            yield Task(
                urgency=25,
                kind="actor without kind",
                what=f"{actor.title}: not said whether person, body, outlet or label",
                where=desk.ledger.spot(name),
                help="add `kind`: bodies can contradict each other as values, labels cannot",
            )


def bare_incidents(desk: Desk) -> Iterator[Task]:
    """Incidents without a date or a place."""
    for name, incident in desk.ledger.incidents.items():
        missing = [key for key in ("date", "place") if not getattr(incident, key)]
        if missing and not incident.mention:
            yield Task(
                urgency=55,
                kind="incident without date or place",
                what=f"{incident.title}: no {' and no '.join(missing)}",
                where=desk.ledger.spot(name),
                help="add a claim on it with the words of a document, then the line at the top",
            )


def _claims_of_source(name: str, ledger: Ledger) -> int:
    return min(len(ledger.by_source.get(name, ())), MANY_CLAIMS)


def _carries(name: str, ledger: Ledger) -> str:
    return f"carries {counted(len(ledger.by_source.get(name, ())), 'claim')}"
