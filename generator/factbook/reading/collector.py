"""Loading without the cyclic collector of Python.

Reading a dossier makes millions of objects and no garbage. The collector would go through all of
them again and again, which costs as much as the work itself, and finds nothing.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collector_resting() -> Iterator[None]:
    """Switch the collector off; what was loaded meanwhile is kept from it for good."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.enable()
