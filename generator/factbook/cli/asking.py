"""Questions on the terminal: options for the fields of a record, and answers for those left out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from factbook.cli.console import fail
from factbook.facts.decoding import is_id
from factbook.facts.entries import Citation, ClaimEntry
from factbook.facts.fields import Simple, field_order, simple_fields
from factbook.facts.model import Actor, Incident, Place, Source, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.editing.adding import New
    from factbook.facts.ledger import Ledger
    from factbook.facts.vocabulary import Record

Given = dict[str, Any]
NOT_ASKED = {"moved_from"}
SPEAKERS = {"by", "says"}
# Beside what a file must have, these are worth a question; an empty answer leaves them out.
WORTH_ASKING: dict[type[Record], tuple[str, ...]] = {
    Incident: ("kind", "date", "place"),
    Statement: ("channel", "about"),
    Actor: ("kind",),
    Place: ("kind", "within"),
    Source: ("authors", "language", "url"),
    ClaimEntry: ("says", "stated_in"),
    Citation: ("rendering", "locator"),
}
# options that say nothing without another
PARTNERS = (("to", "unnamed"), ("because", "inferred_from"), ("inferred_from", "because"))
NEEDED: dict[type[Record], tuple[str, ...]] = {ClaimEntry: ("attribute", "value")}
SHOWN = 12  # known ids beside a question


def options_of(record: type[Record]) -> list[click.Parameter]:
    """An option for each simple field of a record, its citation and its inference."""
    fields = _fields(record)
    made: list[click.Parameter] = [_option(one) for one in fields.values()]
    if SPEAKERS & fields.keys():
        made.append(click.Option(["--unnamed"], help="A speaker's description, if not named."))
        made.append(click.Option(["--to"], help="The outlet an unnamed speaker spoke to."))
    if record is ClaimEntry:
        words = "A qualifier: AXIS=TERM, such as age=child; may be repeated."
        made.append(click.Option(["--of"], multiple=True, help=words, metavar="AXIS=TERM"))
    if "cite" in field_order(record):
        made += [_option(one) for one in simple_fields(Citation)]
    if "inferred" in field_order(record):
        made.append(click.Option(["--inferred-from"], multiple=True, help="What it follows from."))
        made.append(click.Option(["--because"], help="Why it follows."))
    return made


def _fields(record: type[Record]) -> dict[str, Simple]:
    return {one.name: one for one in simple_fields(record) if one.name not in NOT_ASKED}


def _option(field: Simple) -> click.Option:
    flag = f"--{field.name.replace('_', '-')}"
    if field.flag:
        return click.Option([flag, field.name], is_flag=True)
    if field.choices:
        return click.Option([flag, field.name], type=click.Choice(field.choices))
    words = "May be repeated." if field.many else None
    return click.Option([flag, field.name], multiple=field.many, help=words)


def asked(record: type[Record], given: Given, ledger: Ledger) -> Mapping[str, New]:
    """The fields of a new record: what was given, and what a terminal answers to the rest."""
    _partners(given)
    fields = _fields(record)
    needed = [one.name for one in fields.values() if one.required]
    needed += NEEDED.get(record, ())
    if given.get("unnamed"):
        given["by" if "by" in fields else "says"] = ("",)
    known = _known(ledger)
    _fill(given, fields, needed, known, WORTH_ASKING.get(record, ()))
    citing = "cite" in field_order(record)
    needs_citation = record is ClaimEntry or given.get("source") or given.get("quote")
    if citing and needs_citation:
        cited = {one.name: one for one in simple_fields(Citation)}
        required = [one.name for one in cited.values() if one.required]
        _fill(given, cited, required, known, WORTH_ASKING[Citation])
    return _joined(record, fields, given)


def _partners(given: Given) -> None:
    """End where an option is given without the one it belongs to, or with one it excludes."""
    for option, other in PARTNERS:
        if given.get(option) and not given.get(other):
            words = [f"--{name.replace('_', '-')}" for name in (option, other)]
            fail(f"{words[0]} says nothing without {words[1]}: add it")
    for name in SPEAKERS:
        if given.get("unnamed") and given.get(name):
            fail(f"a speaker is named (--{name}) or is not (--unnamed): choose one")


def _fill(
    given: Given,
    fields: Mapping[str, Simple],
    needed: Iterable[str],
    known: Mapping[str, list[str]],
    worth: Iterable[str],
) -> None:
    """Ask for what is missing, on a terminal; elsewhere, end with a list of the options to add."""
    missing = [name for name in needed if not given.get(name)]
    if not is_terminal():
        if missing:
            options = ", ".join(f"--{name.replace('_', '-')}" for name in missing)
            fail(f"something is missing: add {options}")
        return
    for name in [*missing, *(name for name in worth if missing and not given.get(name))]:
        if name == "stated_in" and given.get("says"):
            continue
        answer = _ask(fields[name], known.get(name, []), must=name in missing)
        given[name] = _parts(name, answer) if answer and fields[name].many else answer


def _parts(name: str, answer: str) -> tuple[str, ...]:
    """Several answers in one; a value is several only if each is an id: words may hold commas."""
    parts = tuple(answer.split(", "))
    return (answer,) if name == "value" and not all(map(is_id, parts)) else parts


def is_terminal() -> bool:
    """Whether somebody can answer."""
    return sys.stdin.isatty()


def _ask(field: Simple, known: list[str], *, must: bool) -> str:
    """The answer to a question for one field; empty only where it may be."""
    shown = known or list(field.choices)
    more = ", …" if len(shown) > SHOWN else ""
    hint = f" ({', '.join(shown[:SHOWN])}{more})" if shown else ""
    several = ", several with commas between them" if field.many else ""
    optional = "" if must else ", or nothing"
    question = f"{field.name.replace('_', ' ')}{hint}{several}{optional}"
    while True:
        answer = str(click.prompt(question, default=None if must else "", show_default=False))
        if not field.choices or answer in {*field.choices, *([] if must else [""])}:
            return answer.strip()
        click.echo(f"{answer} is none of: {', '.join(field.choices)}")


def _known(ledger: Ledger) -> dict[str, list[str]]:
    """What can be named in a field, for those whose ids are worth showing."""
    actors, places = list(ledger.actors), list(ledger.places)
    return {
        "about": list(ledger.incidents),
        "attribute": list(ledger.vocabulary.attributes),
        "by": actors,
        "place": places,
        "publisher": ["unknown", *actors],
        "says": actors,
        "source": list(ledger.sources),
        "stated_in": list(ledger.statements),
        "within": places,
    }


def _joined(record: type[Record], fields: Mapping[str, Simple], given: Given) -> dict[str, New]:
    """What was given, as the fields of the record in their order."""
    made: dict[str, New] = {}
    for name in field_order(record):
        if name in SPEAKERS and given.get("unnamed"):
            made[name] = {"unnamed": given["unnamed"], "to": given.get("to") or "unknown"}
        elif name in fields and given.get(name):
            made[name] = _value(fields[name], given[name])
        elif name == "of" and given.get("of"):
            made[name] = dict(_qualifier(word) for word in given["of"])
        elif name == "cite" and given.get("source"):
            cited = {one.name: one for one in simple_fields(Citation)}
            citation = {
                key: _value(one, given[key]) for key, one in cited.items() if given.get(key)
            }
            made[name] = (citation,)
        elif name == "inferred" and given.get("inferred_from"):
            because = given.get("because") or ""
            made[name] = {"from": tuple(given["inferred_from"]), "because": because}
    return made


def _value(field: Simple, given: Any) -> New:  # noqa: ANN401 - click's value
    if field.flag:
        return "true"
    if not field.many:
        return str(given)
    return given[0] if field.alone and len(given) == 1 else tuple(given)


def _qualifier(word: str) -> tuple[str, str]:
    axis, sign, term = word.partition("=")
    if not sign or not axis or not term:
        fail(f"--of {word}: write AXIS=TERM, such as age=child")
    return axis, term
