"""A thing to do: what is open, where, and what would help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.diagnostics.spot import Spot


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do; the higher its urgency, the sooner. `what` names it, `help` would settle it.

    Roughly: 100 is a grave open conflict, 50 evidence that may get lost, 10 a missing nicety.
    """

    urgency: int
    kind: str
    what: str
    where: Spot
    help: str
