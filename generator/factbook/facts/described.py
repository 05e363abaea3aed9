"""Titles that describe somebody instead of naming them, as they stand within a sentence.

`A security source` is no name, so within a sentence it begins in lower case. A name never does:
what begins with an article can be a name (The Hague, A Voz), and only what a file says of an actor
tells the two apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factbook.facts.ledger import Ledger
    from factbook.facts.model import Actor

INDEFINITE = ("A", "An")
ARTICLES = (*INDEFINITE, "The")


def title_within(name: str, ledger: Ledger) -> str:
    """The title of any id as it stands within a sentence: `a security source`, `The Hague`."""
    title = ledger.title(name)
    actor = ledger.actors.get(name)
    return f"{title[:1].lower()}{title[1:]}" if actor and _describes(actor) else title


def _describes(actor: Actor) -> bool:
    """Whether a title is a description: of somebody unidentified, or a label that is no name.

    A label can be what a group calls itself. After an indefinite article, in front of a word that
    is in lower case or in quotation marks, it is not.
    """
    article, _, rest = actor.title.partition(" ")
    if actor.kind == "unidentified":
        return article in ARTICLES and bool(rest)
    return actor.kind == "label" and article in INDEFINITE and not rest[:1].isupper()
