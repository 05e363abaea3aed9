"""How the site weighs claims: the rules, in the words that stand in them, with worked examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factbook.pages.view import Page
from factbook.pages.why import WEIGHING
from factbook.weighing.manuals import chapters

if TYPE_CHECKING:
    from factbook.facts.vocabulary import Vocabulary
    from factbook.weighing.manuals import Rule, Worked

TITLE = "How we weigh"
OWN_VOICE = "a document, in its own voice"
# How the short forms of examples read; the rest reads as it stands.
MORE = (
    (re.compile(r"^on: (.*)"), r"on \1"),
    (re.compile(r"^in: (.*)"), r"in one \1"),
    (re.compile(r"^cite: (.*)"), r"in \1"),
    (re.compile(r"^act: (.*)"), r"\1 it"),
    (re.compile(r"^of: \{\w+: (.*)\}"), r"\1"),
    (re.compile(r"^at: \{label: ([^,}]*), relation: ([^}]*)\}(.*)"), r"\2 \1\3"),
    (re.compile(r"^counted_in: .*"), "counted in the first"),
    (re.compile(r"^at: \{place: ([^,}]*)\}(.*)"), r"in the \1\2"),
    (re.compile(r"^at: \{place: ([^,}]*), relation: ([^}]*)\}(.*)"), r"\2 the \1\3"),
    (re.compile(r"^at: \{label: ([^}]*)\}(.*)"), r"at \1\2"),
    (re.compile(r"complete: true"), "complete"),
    (re.compile(r"^supersedes: .*"), "replacing the first"),
    (re.compile(r"^source: .*"), "in another document"),
)


@dataclass(frozen=True, slots=True)
class ExampleView:
    """A worked example: its title, its claims in words, what it comes to; in words if neither."""

    title: str
    claims: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule for readers; `text` are paragraphs in Markdown."""

    anchor: str
    title: str
    text: tuple[str, ...]
    examples: tuple[ExampleView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighingPage(Page):
    """The view of all rules of weighing, chapter by chapter."""

    template: ClassVar[str] = "weighing.html"
    is_list: bool = True
    chapters: tuple[tuple[str, tuple[RuleView, ...]], ...]


def weighing_page(address: str, vocabulary: Vocabulary) -> WeighingPage:
    """The page at `address`, in the words of the dossier's vocabulary."""
    return WeighingPage(
        id=WEIGHING,
        section=WEIGHING,
        address=address,
        title=TITLE,
        description="How claims are compared, and the origins behind them counted.",
        chapters=tuple(
            (title, tuple(_rule(rule, vocabulary) for rule in rules))
            for title, rules in chapters().items()
        ),
    )


def _rule(rule: Rule, vocabulary: Vocabulary) -> RuleView:
    return RuleView(
        anchor=f"rule-{rule.name}",
        title=rule.title.rstrip("."),
        text=rule.text,
        examples=tuple(_example(one, vocabulary) for one in rule.examples),
    )


def _example(worked: Worked, vocabulary: Vocabulary) -> ExampleView:
    claims = tuple(_claim(line, vocabulary) for line in worked.lines)
    title = worked.title[:1].upper() + worked.title[1:]
    return ExampleView(title, claims, worked.outcome)


def _claim(line: str, vocabulary: Vocabulary) -> str:
    """`ministry | killed | 3 | on: 2031-05-02` as `ministry: killed 3, on 2031-05-02`."""
    if line.startswith("not: "):
        return f"the editors: {line[5:]}"
    who, attribute, value, *more = (part.strip() for part in line.split("|"))
    label = vocabulary.attributes[attribute].label.lower()
    beside = "".join(f", {_in_words(one)}" for one in more)
    return f"{OWN_VOICE if who == '-' else who}: {label} {value.strip('[]')}{beside}"


def _in_words(more: str) -> str:
    for pattern, words in MORE:
        more = pattern.sub(words, more)
    return more
