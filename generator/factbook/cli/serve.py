"""`factbook serve`: the site while it is edited; an edited fact is on its page at once."""

from __future__ import annotations

import signal
import threading
import time
import webbrowser
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

import click
from rich.text import Text

from factbook.cli.console import console, fail, report, root_option, stop_outside, with_option
from factbook.diagnostics.formats import summed_up
from factbook.plugin.engine import choose

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factbook.diagnostics.problem import Problem
    from factbook.dossier import Dossier

PORT = 8000
ENDING = (signal.SIGINT, signal.SIGTERM)


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help=f"The port; by default {PORT}, or the next free one.",
)
@click.option("--host", default="127.0.0.1", help="Whom to serve; by default this machine alone.")
@click.option("--open", "opens", is_flag=True, help="Open the site in a browser.")
@root_option
@with_option
def serve(port: int | None, host: str, root: Path, second: Path | None, *, opens: bool) -> None:
    """Show the site while its files are edited: facts, templates and hand-written pages."""
    stop_outside(root)  # later, what breaks is told and the last good state stays
    choose(root)
    from factbook.serving.serve import serving  # noqa: PLC0415 - MkDocs takes a while to load
    from factbook.serving.server import PortTakenError  # noqa: PLC0415

    signal.signal(signal.SIGTERM, _stop)
    over = threading.Event()
    here, there = root.resolve(), second.resolve() if second else None
    wanted = PORT if port is None else port
    out = console()
    try:
        with (
            suppress(KeyboardInterrupt),
            serving(
                here, there, _tell, _failed, host=host, port=wanted, exactly=port is not None
            ) as address,
        ):
            _end_by_signal(over)
            if f":{wanted}/" not in address and wanted:
                out.print(Text(f"Port {wanted} is taken, so it is another:"))
            out.print(Text.assemble("The site is at ", (address, "done"), "; Ctrl-C ends it"))
            if opens:
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
            over.wait()
        out.print()
    except PortTakenError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{host} cannot be served: {error.strerror or error}")


def _tell(dossier: Dossier, problems: Sequence[Problem], words: Sequence[str]) -> None:
    """What is wrong now, or that nothing is."""
    report(dossier, problems)
    out = console(error=True)
    for one in words:
        out.print(Text(one, style="warning"))
    out.print(Text(f"{time.strftime('%H:%M:%S')} {summed_up(problems)}", style="rule"))


def _failed(words: str) -> None:
    console(error=True).print(Text(words, style="error"))


def _stop(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def _end_by_signal(over: threading.Event) -> None:
    """Have the first signal end the serving in order, and a second one at once.

    An exception that a signal raises is lost where it meets a destructor; an event is not.
    """

    def end(*_: object) -> None:
        over.set()
        for one in ENDING:
            signal.signal(one, _stop)

    for one in ENDING:
        signal.signal(one, end)
