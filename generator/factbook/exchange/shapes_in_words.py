"""The shape of a field in words, with links to the parts it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.shapes import (
    Choice,
    Day,
    Either,
    Listing,
    Mapping,
    Number,
    Part,
    Shape,
    YesNo,
    all_records,
    in_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

IDS = {"terms": "a list of terms", "attribute": "an attribute", "actor": "an actor"}


def shape_in_words(shape: Shape, ids: Sequence[str] = ()) -> str:
    """`a list of ids of sources`, `a list of [Citation](#citation)`, `` `low`, `high` ``."""
    match shape:
        case Choice(values=values):
            return ", ".join(f"`{value}`" for value in values)
        case Number():
            return _number(shape)
        case YesNo():
            return "`true` or `false`"
        case Day():
            return "a date"
        case Part(name=name):
            words = in_words(all_records()[name])
            return f"[{words.lower()}](#{words.lower().replace(' ', '-')})"
        case Listing(item=item, least=least):
            few = f" (at least {least})" if least > 1 else ""
            return f"a list: {shape_in_words(item, ids)}{few}"
        case Mapping(item=item):
            return f"a mapping, each entry: {shape_in_words(item)}"
        case Either(options=options):
            return ", or ".join(shape_in_words(option, ids) for option in options)
    return f"id of {' or '.join(_named(kind) for kind in ids)}" if ids else "text"


def _named(kind: str) -> str:
    article = "an" if kind[0] in "aeiou" else "a"
    return IDS.get(kind, f"{article} {kind}")


def _number(shape: Number) -> str:
    word = "a whole number" if shape.whole else "a number"
    if shape.least is None and shape.most is None:
        return word
    if shape.most is None:
        return f"{word} from {shape.least:g}"
    return f"{word} from {shape.least:g} to {shape.most:g}"
