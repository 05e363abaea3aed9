"""The vocabulary: attributes, axes of qualifiers, terms and words for numbers.

The built-in one lies beside this file; a dossier's `facts/vocabulary.yaml` extends it. It is read
before anything else, since values are typed by their attribute.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import msgspec

from factbook.diagnostics.problem import Problem
from factbook.diagnostics.spot import Spot
from factbook.facts.counts import CountError, Numbers, parse_count
from factbook.facts.faults import faults
from factbook.reading.document import Document, parse_file

if TYPE_CHECKING:
    from collections.abc import Mapping

AttributeType = Literal[
    "count", "quantity", "date", "actor", "place", "subject", "term", "flag", "text"
]


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A record users write: fields by name, unknown ones refused."""


R = TypeVar("R", bound="Record")


def rewritten(record: R, fields: Mapping[str, Any]) -> R:
    """A record with other values in some of its fields."""
    return msgspec.structs.replace(record, **fields)


def differing(one: Record, other: Record) -> tuple[str, ...]:
    """The names of the fields in which two records of one type differ."""
    names = (field.name for field in msgspec.structs.fields(one))
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))


class Attribute(Record, frozen=True, kw_only=True):
    """What can be said about a subject: its type, and how values of it are compared."""

    label: str
    type: AttributeType
    question: str = ""
    unit: str = ""  # what a count counts; the unit of a quantity that names none
    terms: str = ""
    part_of: str = ""
    names_of: str = ""  # the count whose people this attribute names
    many: bool = False
    cumulative: bool = False  # a toll that rises as more becomes known
    compare: Literal["", "exact"] = ""  # texts are compared only where it says so
    weight: Literal[1, 2, 3] = 1


class Term(Record, frozen=True, kw_only=True):
    """A word of the vocabulary; `within` names the term it is a kind of.

    `excludes` are terms of the same list that cannot hold together with it. A qualifier that
    `means` terms of other axes stands for all of them: a woman is female and adult.
    """

    label: str
    plural: str = ""
    within: str = ""
    excludes: tuple[str, ...] = ()
    means: dict[str, str] = msgspec.field(default_factory=dict)


class Axis(Record, frozen=True, kw_only=True):
    """A way to tell people or things apart; on a contested one, silence about others matters."""

    label: str
    terms: dict[str, Term]
    contested: bool = False


class NumberWord(Record, frozen=True, kw_only=True):
    """What a word for a number usually means, and the outermost it can be stretched to."""

    usual: str
    outermost: str


class VocabularyFile(Record, frozen=True, kw_only=True):
    """A vocabulary as it is written."""

    attributes: dict[str, Attribute] = msgspec.field(default_factory=dict)
    axes: dict[str, Axis] = msgspec.field(default_factory=dict)
    terms: dict[str, dict[str, Term]] = msgspec.field(default_factory=dict)
    numbers: dict[str, NumberWord] = msgspec.field(default_factory=dict)


class Vocabulary(Record, frozen=True, kw_only=True):
    """All words a dossier can use."""

    attributes: dict[str, Attribute]
    axes: dict[str, Axis]
    terms: dict[str, dict[str, Term]]
    numbers: dict[str, Numbers]
    complete: bool = True  # false where the dossier's own vocabulary could not be read

    @property
    def roots(self) -> dict[str, str]:
        """Every attribute -> the one at the top of its family."""
        return {name: self.root(name) for name in self.attributes}

    @property
    def wholes(self) -> dict[str, frozenset[str]]:
        """Every attribute -> those that count the whole of which it counts a part."""
        names = self.attributes
        return {
            part: frozenset(whole for whole in names if self.is_part(part, whole)) for part in names
        }

    @property
    def naming(self) -> dict[str, str]:
        """Every attribute that names people -> the one that counts them."""
        return {name: one.names_of for name, one in self.attributes.items() if one.names_of}

    def root(self, attribute: str) -> str:
        """The attribute at the top of the family: `killed` and `injured` lead to `casualties`."""
        seen = {attribute}
        while True:
            above = self.attributes[attribute].part_of
            if above in seen or above not in self.attributes:
                return attribute
            attribute = above
            seen.add(attribute)

    def is_part(self, part: str, whole: str) -> bool:
        """Whether `part` counts some of what `whole` counts."""
        seen: set[str] = set()
        while part not in seen:
            seen.add(part)
            entry = self.attributes.get(part)
            part = entry.part_of if entry else ""
            if part == whole:
                return True
        return False


@cache
def builtin() -> VocabularyFile:
    """The vocabulary that every dossier starts from."""
    content = resources.files("factbook.facts").joinpath("builtin.yaml").read_bytes()
    document = parse_file("builtin.yaml", content)
    if isinstance(document, Problem):
        raise AssertionError(document.message)  # noqa: TRY004 - a fault of the package, not a type
    return msgspec.convert(document.data, VocabularyFile, strict=False)


def read_vocabulary(
    document: Document | None, *, is_there: bool = False
) -> tuple[Vocabulary, list[Problem]]:
    """The built-in vocabulary extended by a dossier's own, and the problems of the latter.

    `is_there` says that the dossier has one, even if it could not be parsed.
    """
    problems: list[Problem] = []
    own = VocabularyFile()
    if document is not None:
        problems = faults(document, VocabularyFile)
        if not problems:
            own = msgspec.convert(document.data, VocabularyFile, strict=False)
    base = builtin()
    lists = {
        name: {**base.terms.get(name, {}), **own.terms.get(name, {})}
        for name in {**base.terms, **own.terms}
    }
    words = _numbers({**base.numbers, **own.numbers}, document, problems)
    attributes = {**base.attributes, **own.attributes}
    vocabulary = Vocabulary(
        attributes=attributes,
        axes=_axes(base, own),
        terms=lists,
        numbers=words,
        complete=not problems and (document is not None or not is_there),
    )
    return vocabulary, problems


def _axes(base: VocabularyFile, own: VocabularyFile) -> dict[str, Axis]:
    """Axes by name; a dossier's terms join the built-in ones of the same axis."""
    axes = dict(base.axes)
    for name, axis in own.axes.items():
        if earlier := base.axes.get(name):
            contested = earlier.contested or axis.contested
            terms = {**earlier.terms, **axis.terms}
            axes[name] = msgspec.structs.replace(axis, terms=terms, contested=contested)
        else:
            axes[name] = axis
    return axes


def _numbers(
    words: Mapping[str, NumberWord], document: Document | None, problems: list[Problem]
) -> dict[str, Numbers]:
    numbers: dict[str, Numbers] = {}
    for name, word in words.items():
        try:
            usual = parse_count(word.usual, {}).usual
            numbers[name] = Numbers(usual, parse_count(word.outermost, {}).outermost)
        except CountError as error:
            path = document.path if document else "builtin.yaml"
            problems.append(Problem("value-misfit", str(error), Spot(path, ("numbers", name))))
    return numbers
