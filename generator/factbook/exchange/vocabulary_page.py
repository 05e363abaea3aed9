"""The built-in vocabulary and the forms of values, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from factbook.facts.reference import form_of
from factbook.facts.vocabulary import AttributeType, builtin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.facts.vocabulary import Attribute, Term

VALUES = """\
## Values

The form of a value depends on the attribute. `none` says that there was nobody or nothing,
`unknown` that the speaker does not know; of what nobody speaks there is no claim.
"""
BUILTIN = """\
## The built-in vocabulary

A dossier's `facts/vocabulary.yaml` extends it: an attribute or a number word that it names again,
it replaces; to an axis or a list of terms it adds.
"""
AXES = """\
### Axes

Who or what is counted, in `of`. On a contested axis silence about others matters.
"""


def vocabulary_lines() -> Iterator[str]:
    """The forms of values, then attributes, axes, lists of terms and words for numbers."""
    words = builtin()
    yield VALUES
    yield from _table(("type", "is", "written"), map(_form, get_args(AttributeType)))
    yield BUILTIN
    yield "### Attributes\n"
    head = ("attribute", "type", "question", "unit or terms", "part of", "weight")
    yield from _table(head, (_attribute(name, one) for name, one in words.attributes.items()))
    yield AXES
    axes = (
        (f"`{name}`", _terms(axis.terms), "yes" if axis.contested else "")
        for name, axis in words.axes.items()
    )
    yield from _table(("axis", "terms", "contested"), axes)
    yield "### Lists of terms\n"
    lists = ((f"`{name}`", _terms(terms)) for name, terms in words.terms.items())
    yield from _table(("list", "terms"), lists)
    yield "### Words for numbers\n"
    numbers = ((f"`{name}`", one.usual, one.outermost) for name, one in words.numbers.items())
    yield from _table(("word", "usually", "at the outermost"), numbers)


def _form(kind: str) -> tuple[str, ...]:
    form = form_of(kind)
    return (f"`{kind}`", form.means, ", ".join(f"`{one}`" for one in form.example))


def _attribute(name: str, one: Attribute) -> tuple[str, ...]:
    many = ", many" if one.many else ""
    whole = (
        f"`{one.part_of}`" if one.part_of else f"names of `{one.names_of}`" if one.names_of else ""
    )
    counted = f"`{one.terms}`" if one.terms else one.unit
    return (
        f"`{name}`",
        f"{one.type}{many}",
        one.question or one.label,
        counted,
        whole,
        str(one.weight),
    )


def _terms(terms: dict[str, Term]) -> str:
    """`` `rocket`, `katyusha` (a kind of `rocket`) ``."""
    return ", ".join(
        f"`{name}`" + (f" (a kind of `{term.within}`)" if term.within else "")
        for name, term in terms.items()
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""
