"""A number or an actor in a title or a summary that no claim holds.

What it finds: a number in a title or a summary, or a month in a summary, that stands in no value,
quote or date of the claims of the subject or of those the summary cites; and the name of an actor
in a summary who is neither speaker nor value, route nor document of these claims.
Why it matters: titles and summaries are what is read and repeated; nothing may stand in them that
the claims do not carry.
How to mend: cite or write the claim that says it, or take it out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factbook.diagnostics.problem import Problem, Severity
from factbook.facts.ledger import voices
from factbook.facts.model import Incident, Statement
from factbook.facts.number_words import numbers_in
from factbook.facts.prose import CITATION, mentions
from factbook.facts.values import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factbook.facts.ledger import Claim, Ledger
    from factbook.facts.model import AnySubject

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTH = re.compile(rf"\b({'|'.join(month for month in MONTHS if month != 'May')})\b")
WORD = re.compile(r"\w+")
YEAR_MONTH = re.compile(r"\d{4}-(\d\d)")
LEAST = 2  # "one" is more often a word than a number
MEND = "cite or write the claim that says it, or take it out"


def check(ledger: Ledger) -> Iterator[Problem]:
    """A warning for each number and each actor that the claims do not carry."""
    actors = _by_first_word(ledger)
    for name in ledger.subjects.records:
        subject = ledger.subject(name)
        if subject is None:
            continue
        cited = [ledger.claims.get(one.key) for one in mentions(subject.summary, name)]
        claims = [*ledger.of_subject.get(name, ()), *(one for one in cited if one)]
        if isinstance(subject, Statement):
            claims += ledger.in_statement.get(name, ())
        for field in ("title", "summary"):
            text = re.sub(CITATION, "", getattr(subject, field))
            named = {number for number in numbers_in(text) if number >= LEAST}
            for number in sorted(_unheld(named, subject, claims, ledger)):
                if field == "summary" or claims:
                    message = f"no claim holds the {number} in this {field}"
                    spot = ledger.spot(name).at(field)
                    yield Problem("unsupported-words", message, spot, MEND, Severity.WARNING)
        for month in _months(subject, claims, ledger):
            message = f"no claim holds the month {month} in this summary"
            spot = ledger.spot(name).at("summary").pointing_at(month)
            yield Problem("unsupported-words", message, spot, MEND, Severity.WARNING)
        for actor in _strangers(name, claims, ledger, _named(subject.summary, actors)):
            message = f"{ledger.title(actor)} speaks in none of the claims, nor is named by one"
            spot = ledger.spot(name).at("summary").pointing_at(ledger.title(actor))
            yield Problem("unsupported-words", message, spot, MEND, Severity.WARNING)


def _unheld(
    named: set[int], subject: AnySubject, claims: Iterable[Claim], ledger: Ledger
) -> set[int]:
    """Those of some numbers that neither claims nor statements nor the record's dates hold."""
    for text in dict.fromkeys(_texts(subject, claims, ledger)) if named else ():
        named = named - numbers_in(text)
        if "-" in text:
            named = named - numbers_in(text.replace("-", " "))
        if not named:
            break
    return named


def _texts(subject: AnySubject, claims: Iterable[Claim], ledger: Ledger) -> list[str]:
    """The values, quotes and dates of the claims, of their statements and of the record."""
    texts: list[str] = []
    for claim in claims:
        entry = claim.entry
        texts += [entry.value] if isinstance(entry.value, str) else entry.value
        texts += [one.quote for one in entry.cite]
        texts += [entry.hedge, entry.during.text if entry.during else ""]
        statement = ledger.statements.get(entry.stated_in)
        texts.append(statement.on.text if statement else "")
        published = (ledger.sources.get(one.source) for one in entry.cite)
        texts += [source.published.text for source in published if source]
    if isinstance(subject, Incident) and subject.date:
        texts.append(subject.date.text)
    if isinstance(subject, Statement):
        texts.append(subject.on.text)
    return texts


def _months(subject: AnySubject, claims: Iterable[Claim], ledger: Ledger) -> list[str]:
    """Months named in a summary that stand in no date, value or quote of the claims."""
    named = set(MONTH.findall(re.sub(CITATION, "", subject.summary)))
    if not named:
        return []
    held = " ".join(_texts(subject, claims, ledger))
    dated = {MONTHS[int(month) - 1] for month in YEAR_MONTH.findall(held) if 0 < int(month) <= 12}
    return sorted(month for month in named - dated if month not in held)


def _by_first_word(ledger: Ledger) -> dict[str, list[str]]:
    """Actors by the first word of their title: few of them need be looked for in a text."""
    found: dict[str, list[str]] = {}
    for name, actor in ledger.actors.items():
        found.setdefault(next(iter(WORD.findall(actor.title)), ""), []).append(name)
    return found


def _named(text: str, actors: dict[str, list[str]]) -> list[str]:
    """The actors of whose titles the first word stands in a text."""
    words = {"", *WORD.findall(text)} if text else ()
    return sorted(name for word in words for name in actors.get(word, ()))


def _strangers(
    subject: str, claims: list[Claim], ledger: Ledger, named: list[str]
) -> Iterator[str]:
    """Those of the actors whose title stands in the summary and who have no part in the claims."""
    if not named:
        return
    record = ledger.subject(subject)
    text = record.summary if record else ""
    known = {subject}
    for claim in claims:
        known |= {name for voice in claim.voices for name in (voice.actor, voice.outlet)}
        known |= set(claim.value.ids) if isinstance(claim.value, Names) else set()
        for one in claim.entry.cite:
            source = ledger.sources.get(one.source)
            known |= {*one.via, source.publisher if source else ""}
    statement = ledger.statements.get(subject)
    known |= {voice.actor for voice in voices(statement.by)} if statement else set()
    titles = {ledger.title(name).casefold() for name in known}
    for name in named:
        title = ledger.actors[name].title
        if name in known or title.casefold() in titles or len(title) < 4:
            continue
        within = any(title.casefold() in other for other in titles)
        if not within and re.search(rf"(?<!\w){re.escape(title)}(?!\w)", text):
            yield name
