"""What would help a dossier most: open questions, thin evidence, missing particulars.

Each rule is a small function that looks at one thing and yields tasks. To add one, write it into
the file it fits, or into one of its own, and name it in RULES. Nothing here is a fault of the
files: those are problems, and checks report them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.pages.missing_particulars import (
    actors_without_kind,
    bare_incidents,
    sources_without_address,
    sources_without_snapshot,
    undated_statements,
    unverified_quotes,
)
from factbook.pages.overtaken import overtaken_assessments
from factbook.pages.thin_evidence import (
    hedged_claims,
    open_conflicts,
    own_voice_only,
    single_paraphrases,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factbook.pages.links import Desk
    from factbook.pages.task import Task

    Rule = Callable[[Desk], Iterator[Task]]

RULES: tuple[Rule, ...] = (
    open_conflicts,
    overtaken_assessments,
    sources_without_snapshot,
    unverified_quotes,
    bare_incidents,
    single_paraphrases,
    own_voice_only,
    undated_statements,
    hedged_claims,
    actors_without_kind,
    sources_without_address,
)


def todo(desk: Desk) -> tuple[Task, ...]:
    """All tasks of a dossier, the most important first; equal ones stay in the order of RULES."""
    tasks = [task for rule in RULES for task in rule(desk)]
    return tuple(sorted(tasks, key=lambda task: -task.urgency))
