"""What a served page has beside its own: a script that reloads it, and the problems on top."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from factbook.diagnostics.formats import Run, as_text, summed_up
from factbook.diagnostics.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factbook.diagnostics.problem import Problem
    from factbook.diagnostics.spot import Located

OWN = "_factbook"  # the folder of what is only there while serving
MOST = 50  # problems on a page: more cannot be mended at once
_HEAD = re.compile(r"</head\s*>", re.IGNORECASE)
_BODY = re.compile(r"<body(?:\"[^\"]*\"|'[^']*'|[^'\">])*>", re.IGNORECASE)


def with_panel(text: str, panel: str, mount: str, version: int) -> str:
    """A page with the script and the panel; nothing is inline, so a strict policy may hold."""
    own = f"{mount}{OWN}"
    head = (
        f'<link rel="stylesheet" href="{escape(own)}/serve.css">'
        f'<script src="{escape(own)}/serve.js" data-version="{version}"'
        f' data-events="{escape(own)}/events" defer></script>'
    )
    end = _HEAD.search(text)
    text = f"{text[: end.start()]}{head}{text[end.start() :]}" if end else f"{head}{text}"
    start = _BODY.search(text)
    return f"{text[: start.end()]}{panel}{text[start.end() :]}" if start else f"{text}{panel}"


def panel_of(
    found: Sequence[tuple[Problem, Located]], failures: Sequence[str], told: Sequence[str]
) -> str:
    """The panel for problems, for what kept MkDocs from drawing, and for its warnings.

    Errors stand open, warnings folded; nothing comes out where there is nothing to say.
    """
    errors = [one for one in found if one[0].severity is Severity.ERROR]
    warnings = [one for one in found if one[0].severity is not Severity.ERROR]
    parts = []
    if errors or failures:
        said = summed_up(problem for problem, _ in errors) if errors else "MkDocs could not draw"
        parts.append(f"<h2>{escape(said)}: this is the last state that was whole</h2>")
        parts.append(_listed(errors, failures))
    if warnings or told:
        number = len(warnings) + len(told)
        words = f"{number} warning{'' if number == 1 else 's'}"
        parts.append(f"<details><summary>{words}</summary>{_listed(warnings, told)}</details>")
    if not parts:
        return ""
    role = "alert" if errors or failures else "status"
    return f'<div class="factbook-panel" role="{role}">{"".join(parts)}</div>'


def bare_page(panel: str, title: str) -> str:
    """A page for when there is no state that was ever whole."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title></head><body>{panel}</body></html>"
    )


def _listed(found: Sequence[tuple[Problem, Located]], words: Sequence[str]) -> str:
    shown = [f"<li>{_as_html(one)}</li>" for one in found[:MOST]]
    shown += [f"<li><p>{escape(text)}</p></li>" for text in words[:MOST]]
    rest = max(0, len(found) - MOST) + max(0, len(words) - MOST)
    more = f"<p>and {rest} more, which `factbook check --all` lists</p>" if rest else ""
    return f"<ol>{''.join(shown)}</ol>{more}"


def _as_html(found: tuple[Problem, Located]) -> str:
    """A problem as the terminal shows it: what is wrong, the line it stands on, how to mend it.

    The line keeps its width, since the mark under it must stand where it does.
    """
    said, *lines = ("".join(_styled(run) for run in line) for line in as_text([found]))
    mend = f"<p>{_styled(Run(found[0].mend, 'mend'))}</p>" if found[0].mend else ""
    excerpt = "\n".join(lines[:2]) if found[1].source_line.strip() else ""
    return f"<p>{said}</p>{f'<pre>{excerpt}</pre>' if excerpt else ''}{mend}"


def _styled(run: Run) -> str:
    text = escape(run.text)
    return f'<span class="factbook-{run.style}">{text}</span>' if run.style else text
