"""A label treated as an organisation.

What it finds: a label ("militias") that has parts, is part of something, speaks for somebody, or
makes statements; and an actor that is `part_of` a label.
Why it matters: a label is a word that others use for a group. It has no members and no voice, and
whom it covers is part of what is contested.
How to mend: leave it out, or give the group a file of its own if a document says it is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem
from factbook.facts.ledger import voices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factbook.facts.ledger import Ledger

MEND = "leave it out, or give the group a file of its own if a document says that it is one"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each thing that a label cannot have or do."""
    labels = {name for name, actor in ledger.actors.items() if actor.kind == "label"}
    for name, actor in ledger.actors.items():
        spot = ledger.spot(name)
        for number, whole in enumerate(actor.part_of):
            if name in labels or whole in labels:
                label = name if name in labels else whole
                message = f"{label} is a label: it is no part and has none"
                yield Problem("label-as-organisation", message, spot.at("part_of", number), MEND)
        if actor.speaks_for and labels & {name, actor.speaks_for}:
            message = "a label neither speaks for somebody nor has a spokesman"
            yield Problem("label-as-organisation", message, spot.at("speaks_for"), MEND)
    for name, statement in ledger.statements.items():
        for voice in voices(statement.by):
            if voice.actor in labels:
                message = f"{voice.actor} is a label: it makes no statements"
                spot = ledger.spot(name).at("by")
                yield Problem("label-as-organisation", message, spot, MEND)
