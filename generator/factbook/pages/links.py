"""Links as seen from one page: to subjects, claims and conflicts."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from factbook.evidence.standing import NO_EVIDENCE, Evidence
from factbook.facts.model import FOLDER_OF
from factbook.pages.addresses import CONFLICTS, Addresses, relative
from factbook.pages.view import Link
from factbook.pages.watch import Watch
from factbook.pages.wording import source_in_words, voice_in_words
from factbook.weighing.conflict import Conflict

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from factbook.facts.decoding import ClaimKey
    from factbook.facts.ledger import Ledger, Voice
    from factbook.pages.view import ClaimView
    from factbook.pages.watch import Noted
    from factbook.weighing.conflict import DeclaredOne
    from factbook.weighing.weigh import Weighing

    Made = tuple[object, Noted]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desk:
    """What a page is made from, and the address it is made for.

    `known` keeps links for all pages of a build, by how deep they lie, and `made` what else pages
    that are as deep show alike, with what it rests on; `views` the claims of one page, which shows
    some of them more than once. `watch` notes what a page rests on, where the dossier is watched.
    """

    ledger: Ledger
    weighing: Weighing
    addresses: Addresses
    here: str
    evidence: Evidence = NO_EVIDENCE
    known: dict[int, dict[str, Link]] = field(default_factory=dict, repr=False)
    made: dict[int, dict[Hashable, Made]] = field(default_factory=dict, repr=False)
    watch: Watch = field(default_factory=Watch, repr=False)
    views: dict[tuple[ClaimKey, str], ClaimView] = field(default_factory=dict, repr=False)
    links: dict[str, Link] = field(init=False, repr=False)
    own: str = field(init=False, repr=False)  # the id whose page this is, if it is one's

    def __post_init__(self) -> None:
        """Take up the links of other pages that are as deep; none of them leads to itself."""
        object.__setattr__(self, "links", self.known.setdefault(self.here.count("/"), {}))
        name = self.here.partition("/")[2].partition("/")[0].removesuffix(".html")
        object.__setattr__(self, "own", name)

    def at(self, here: str) -> Desk:
        """A desk for another page of the same build."""
        return Desk(
            self.ledger,
            self.weighing,
            self.addresses,
            here,
            self.evidence,
            self.known,
            self.made,
            self.watch,
        )

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What pages as deep as this one show alike, made for the first of them.

        Whatever it rests on, each page that shows it rests on.
        """
        made = self.made.setdefault(self.here.count("/"), {})
        found = made.get(key)
        if found is None:
            found = made[key] = self.watch.noting(make)
        else:
            self.watch.read.add(found[1])
        return cast("T", found[0])

    def anywhere(self) -> Desk:
        """A desk for a page as deep as this one that nothing leads to."""
        return self.at(f"-/--{'/' * (self.here.count('/') - 1)}")

    def to(self, name: str) -> Link:
        """A link to a record by its id; plain words where the dossier has none."""
        if name == self.own:
            return Link(self.ledger.title(name), relative(self.here, self.here))
        title = self.ledger.title(name)  # read for each page that rests on it
        link = self.links.get(name)
        if link is None:
            kind = self.ledger.kind(name)
            if kind is None:
                return Link(name)  # also for no name at all: an unnamed speaker to nobody known
            address = self.addresses.page(FOLDER_OF[kind], name)
            link = self.links[name] = Link(title, relative(self.here, address))
        return link

    def to_source(self, name: str) -> Link:
        """A link to a source, by its publisher where it has one."""
        if name == self.own:
            return self._to_source(name)
        return self.once(f"source {name}", partial(self._to_source, name))

    def _to_source(self, name: str) -> Link:
        source = self.ledger.sources.get(name)
        words = source_in_words(source, self.ledger) if source else name
        return Link(words, self.to(name).href)

    def to_voice(self, voice: Voice) -> Link:
        """A link to a speaker; somebody unnamed leads to the outlet they spoke to."""
        if voice.actor:
            return self.to(voice.actor)
        return Link(voice_in_words(voice, self.ledger), self.to(voice.outlet).href)

    def to_claim(self, key: ClaimKey) -> Link:
        """A link to a claim on its subject's page."""
        subject = self.to(key.subject)
        anchor = claim_anchor(key)
        page = "" if subject.href == "." else subject.href
        return Link(subject.text, f"{page}#{anchor}")

    def to_sheet(self, section: str, number: int, some: str = "", words: str = "") -> Link:
        """A link to one page of a section's list, or of `some` of it."""
        address = self.addresses.sheet(section, number, some)
        return Link(words or str(number), relative(self.here, address))

    def to_conflict(self, conflict: Conflict | DeclaredOne) -> Link:
        """A link to the page of a conflict.

        What a rule found is contested; where editors declare a question, the claim is in question.
        """
        address = self.addresses.page(CONFLICTS, conflict.id)
        words = "contested" if isinstance(conflict, Conflict) else "in question"
        return Link(words, relative(self.here, address))


def claim_anchor(key: ClaimKey) -> str:
    """The anchor of a claim on its subject's page."""
    return f"claim-{key.claim}"


def conflict_anchor(conflict: Conflict | DeclaredOne) -> str:
    """The anchor of a conflict on its subject's page."""
    return f"conflict-{conflict.id}"
