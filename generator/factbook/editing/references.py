"""Which texts of a dossier name an id, and what each becomes when that id is renamed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factbook.facts.values import NAMED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factbook.facts.fields import Leaf
    from factbook.facts.vocabulary import Attribute

# Fields that hold ids of files.
NAMES = frozenset(
    {
        ("Actor", "excludes"),
        ("Actor", "part_of"),
        ("Actor", "speaks_for"),
        ("Assessment", "by"),
        ("Citation", "source"),
        ("Citation", "via"),
        ("ClaimEntry", "says"),
        ("ClaimEntry", "stated_in"),
        ("Decision", "by"),
        ("Decision", "of"),
        ("Derivation", "source"),
        ("Incident", "part_of"),
        ("Incident", "place"),
        ("Link", "statement"),
        ("Place", "excludes"),
        ("Place", "within"),
        ("SameActor", "actor"),
        ("Source", "authors"),
        ("Source", "derives_from"),
        ("Source", "publisher"),
        ("Statement", "about"),
        ("Statement", "by"),
        ("Translation", "by"),
        ("Unnamed", "to"),
        ("Whereabouts", "place"),
        ("Whereabouts", "within"),
    }
)
# Fields that hold claims: `claim` of the file, or `subject#claim`; `from` takes ids of files, too.
CLAIMS = frozenset(
    {
        ("Assessment", "weighs"),
        ("ClaimEntry", "counted_in"),
        ("Echo", "claim"),
        ("Inferred", "from"),
        ("NotConflict", "claims"),
        ("Side", "claims"),
        ("Supersedes", "claim"),
    }
)
# Words of the editors, in which claims are cited and pages linked.
PROSE = frozenset(
    (record, field)
    for field, records in {
        "summary": ("Actor", "Incident", "Place", "Statement"),
        "note": ("Actor", "ClaimEntry", "Incident", "Place", "Source", "Statement"),
        "because": (
            *("Assessment", "Decision", "Derivation", "Echo", "Inferred", "Link", "NotConflict"),
            *("Retracted", "SameActor", "Supersedes", "Withdrawn"),
        ),
        "explained": ("DeclaredConflict",),
        "open_because": ("DeclaredConflict",),
        "question": ("DeclaredConflict",),
    }.items()
    for record in records
)
# Fields whose meaning depends on the attribute beside them.
VALUES = frozenset({("ClaimEntry", "value"), ("Assessment", "conclusion")})
# The id of a conflict begins with that of its subject.
CONFLICTS = frozenset({("Assessment", "conflict")})

_EDGE = r"(?![\w-])"


@dataclass(frozen=True)
class Renaming:
    """A file's id renamed from `old` to `new`; or, with `subject`, a claim's id in its file.

    `folder` is where files of its kind lie, `ids` are all ids of files.
    """

    old: str
    new: str
    folder: str
    subject: str = ""
    ids: frozenset[str] = frozenset()

    def of_leaf(self, leaf: Leaf, home: str, attribute: Attribute | None) -> str:
        """The new form of a text in the file of `home`; `attribute` is the one beside a value."""
        field = (leaf.record, leaf.field)
        if field in NAMES or field in CLAIMS:
            return self._name(leaf.text, field, home)
        if field in PROSE:
            return self.of_prose(leaf.text, home)
        if field in CONFLICTS and not self.subject and leaf.text.startswith(f"{self.old}."):
            return self.new + leaf.text.removeprefix(self.old)
        if field in VALUES and attribute is not None:
            if attribute.type in NAMED:
                return self._name(leaf.text, field, home)
            if attribute.type == "count":
                return self._in_most(leaf.text, home)
        return leaf.text

    def _name(self, text: str, field: tuple[str, str], home: str) -> str:
        file, sign, rest = text.partition("#")
        if not self.subject:
            return self.new + sign + rest if file == self.old else text
        claim, at, citation = rest.partition("@")
        if sign:
            named = (file, claim) == (self.subject, self.old)
            return f"{file}#{self.new}{at}{citation}" if named else text
        bare = field in CLAIMS and text == self.old and home == self.subject
        is_file = field == ("Inferred", "from") and text in self.ids
        return self.new if bare and not is_file else text

    def _in_most(self, text: str, home: str) -> str:
        """`most of CLAIM`: the only count that names something."""
        lead, words, name = text.partition("most of ")
        return lead + words + self._name(name, ("NotConflict", "claims"), home) if words else text

    def of_prose(self, text: str, home: str = "") -> str:
        """The new form of Markdown: citations of claims, and links to pages or paths of files."""
        for pattern, replacement in self._patterns:
            text = pattern.sub(replacement, text)
        if self.subject and home == self.subject:
            text = re.sub(rf"\[@{re.escape(self.old)}\]", f"[@{self.new}]", text)
        return text

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        old = re.escape(self.old)
        path = rf"(?<![\w-])({self.folder}/(?:[\w-]+/)*)"
        if not self.subject:
            return (
                (re.compile(rf"\[@{old}#"), f"[@{self.new}#"),
                (re.compile(path + old + _EDGE), rf"\g<1>{self.new}"),
            )
        subject = re.escape(self.subject)
        page = rf"({path}{subject}(?:/index)?(?:\.md|\.html|/)?#claim-){old}{_EDGE}"
        return (
            (re.compile(rf"\[@{subject}#{old}\]"), f"[@{self.subject}#{self.new}]"),
            (re.compile(page), rf"\g<1>{self.new}"),
        )


def attribute_beside(
    data: object, leaf: Leaf, attributes: Mapping[str, Attribute]
) -> Attribute | None:
    """The attribute that types the value at a leaf."""
    if (leaf.record, leaf.field) not in VALUES:
        return None
    holder = data
    for step in leaf.route[: leaf.route.index(leaf.field)]:
        holder = holder[step]  # type: ignore[index]
    name = holder.get("attribute", "") if isinstance(holder, dict) else ""
    return attributes.get(str(name))
