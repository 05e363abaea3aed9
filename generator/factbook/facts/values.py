"""What a claim says, typed by its attribute: a count, a quantity, a date, names, a flag, text.

`none` (nobody, nowhere, zero), `unknown` (the speaker does not know) and silence are three things:
`none` is a value like any other, `unknown` is `Unknown`, and silence is a claim nobody wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factbook.facts.counts import (
    CountError,
    Numbers,
    ReversedBoundsError,
    claim_of_most,
    most_of,
    parse_count,
)
from factbook.facts.dates import DateError, Edtf, as_date_text, parse_date
from factbook.facts.quantities import (
    Measure,
    QuantityError,
    ReversedQuantityError,
    parse_quantity,
)

if TYPE_CHECKING:
    from factbook.facts.vocabulary import Attribute, Vocabulary

Written = str | tuple[str, ...]
FLAGS = {"yes": True, "true": True, "no": False, "false": False}
NAMED = ("actor", "place", "subject")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something; `text` is as written."""

    text: str
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class MostOf:
    """More than half of what another claim of the same statement counts, at most all of it.

    `claim` is its id, or `SUBJECT#CLAIM`. Until it is resolved nobody knows how many that are.
    """

    text: str
    claim: str

    def resolved(self, whole: Value) -> Count | None:
        """The count that this is, given the value of the claim it names; None where it is none."""
        if not isinstance(whole, Count):
            return None
        try:
            return Count(f"most of {whole.text}", most_of(whole.numbers))
        except CountError:
            return None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of some unit; `text` is as written."""

    text: str
    measure: Measure


@dataclass(frozen=True, slots=True)
class When:
    """A date or span of days."""

    date: Edtf


@dataclass(frozen=True, slots=True)
class Names:
    """Ids of actors, places or subjects; several are one joint value, none means nobody."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """Ids of terms from the vocabulary's list for the attribute."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    yes: bool


@dataclass(frozen=True, slots=True)
class Texts:
    """Words of the editors that sum up what was said; not compared."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """The speaker says that they do not know."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A text that its attribute cannot take; `rule` names the fault, `reason` explains it."""

    rule: str
    reason: str


Value = Count | MostOf | Quantity | When | Names | Terms | Flag | Texts | Unknown | Misfit


def typed(written: Written, attribute: Attribute | None, vocabulary: Vocabulary) -> Value:
    """The value of a claim, typed by its attribute; a text that does not fit becomes a Misfit.

    Without an attribute (it is unknown, which a check reports) the words are kept as text.
    """
    items = (written,) if isinstance(written, str) else written
    if not items or not all(items):
        return Misfit("value-misfit", "the value is empty")
    if attribute is None:
        return Texts(items)
    if items == ("unknown",):
        return Unknown()
    if attribute.type == "text":
        return Texts(items)
    if attribute.type in NAMED:
        return _names(items)
    if attribute.type == "term":
        return _terms(items, attribute, vocabulary)
    text = as_date_text(written) if attribute.type == "date" else items[0]
    if len(items) > 1 or text is None:
        return Misfit("value-misfit", f"{attribute.label} takes one value, not a list")
    return _single(text, attribute, vocabulary)


def _names(items: tuple[str, ...]) -> Value:
    if len(items) > 1 and (alone := {"none", "unknown"} & set(items)):
        word = alone.pop()
        return Misfit("value-misfit", f"{word} cannot stand in a list with others")
    return Names(()) if items == ("none",) else Names(items)


def _terms(items: tuple[str, ...], attribute: Attribute, vocabulary: Vocabulary) -> Value:
    known = vocabulary.terms.get(attribute.terms, {})
    if items == ("none",):
        return Terms(())
    for item in items:
        if item not in known:
            return Misfit(
                "value-misfit",
                f"{item} is none of the {attribute.terms or 'terms'}: {', '.join(known)}",
            )
    return Terms(items)


def _single(text: str, attribute: Attribute, vocabulary: Vocabulary) -> Value:
    try:
        if attribute.type == "count":
            claim = claim_of_most(text)
            return (
                MostOf(text, claim) if claim else Count(text, parse_count(text, vocabulary.numbers))
            )
        if attribute.type == "quantity":
            return Quantity(text, parse_quantity(text, attribute.unit))
        if attribute.type == "date":
            return When(parse_date(text))
    except (ReversedBoundsError, ReversedQuantityError) as error:
        return Misfit("bounds-reversed", str(error))
    except (CountError, QuantityError, DateError) as error:
        return Misfit("value-misfit", str(error))
    if text not in FLAGS:
        return Misfit("value-misfit", f"{text} is neither yes nor no")
    return Flag(FLAGS[text])
