"""A word of the vocabulary that names another which is not there.

What it finds: an attribute whose `part_of` names no attribute or leads back to itself, an attribute
of type term without a list of `terms` that exists, a term `within` one that its list lacks or that
`excludes` one, and a qualifier that `means` an axis or term that is not there.
Why it matters: families of attributes and kinds of terms decide what is compared with what.
How to mend: correct the name, or declare the word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, did_you_mean
from factbook.diagnostics.spot import Spot
from factbook.weighing.comparing.hierarchy import above, above_term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.facts.ledger import Ledger
    from factbook.facts.vocabulary import Axis, Term


def check(ledger: Ledger) -> Iterator[Problem]:
    """A problem for each word that leads nowhere; the built-in ones lead somewhere."""
    top = Spot(ledger.vocabulary_file)
    attributes, lists = ledger.vocabulary.attributes, ledger.vocabulary.terms
    for name, attribute in attributes.items():
        spot = top.at("attributes", name)
        if attribute.part_of and attribute.part_of not in attributes:
            yield _unknown("attribute", attribute.part_of, spot.at("part_of"), attributes)
        elif ledger.vocabulary.is_part(name, name):
            message = f"{name} is part of itself, directly or in a circle"
            yield Problem("unknown-word", message, spot.at("part_of"), "take out the wrong step")
        if attribute.type == "term" and attribute.terms not in lists:
            where = spot.at("terms") if attribute.terms else spot.of_key()
            yield _unknown("list of terms", attribute.terms or "(none named)", where, lists)
    for name, terms in lists.items():
        yield from _terms(terms, top.at("terms", name))
    for name, axis in ledger.vocabulary.axes.items():
        yield from _terms(axis.terms, top.at("axes", name, "terms"))
        yield from _meanings(axis, ledger.vocabulary.axes, top.at("axes", name, "terms"))


def _terms(terms: dict[str, Term], spot: Spot) -> Iterator[Problem]:
    for name, term in terms.items():
        if term.within and term.within not in terms:
            yield _unknown("term", term.within, spot.at(name, "within"), terms)
        for number, other in enumerate(term.excludes):
            if other not in terms:
                yield _unknown("term", other, spot.at(name, "excludes", number), terms)
        if term.within in terms and name in above(term.within, above_term(terms)):
            message = f"{name} lies within itself, directly or in a circle"
            where = spot.at(name, "within")
            yield Problem("unknown-word", message, where, "take out the wrong step")


def _meanings(axis: Axis, axes: dict[str, Axis], spot: Spot) -> Iterator[Problem]:
    """Terms that stand for terms of axes which are not there."""
    for name, term in axis.terms.items():
        for other, meant in term.means.items():
            where = spot.at(name, "means", other)
            if other not in axes:
                yield _unknown("axis", other, where.of_key(), axes)
            elif meant not in axes[other].terms:
                yield _unknown("term", meant, where, axes[other].terms)


def _unknown(what: str, name: str, spot: Spot, known: Iterable[str]) -> Problem:
    mend = did_you_mean(name, known, f"known are: {', '.join(known)}")
    return Problem("unknown-word", f"there is no {what} {name}", spot, mend)
