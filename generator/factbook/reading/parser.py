"""YAML text to plain data: mappings, lists and text, nothing else.

The parser walks libyaml's event stream rather than composing nodes: it is faster, and only there
can everything be refused that a fact file does not need (anchors, aliases, tags, second documents,
repeated keys, deep nesting) before it does harm. Every scalar stays text, so that `no`, `12:30` and
`2020-12-20` keep their meaning until the schema gives them a type.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, cast

import yaml

from factbook.diagnostics.spot import Route, Span
from factbook.reading.refusal import RefusedError, hidden_break, syntax_refused

if TYPE_CHECKING:
    from collections.abc import Iterator

Data = str | list["Data"] | dict[str, "Data"]
Spans = dict[tuple[Route, bool], Span]

DEEPEST = 50  # levels of nesting


class _Mark(Protocol):
    """libyaml's position: line and column count from 0."""

    line: int
    column: int


@dataclass(slots=True)
class _Level:
    """A collection being filled: where it is, what it holds, and the key that waits for a value."""

    data: dict[str, Data] | list[Data]
    route: Route
    start: Span
    key: str | None = None

    def next_route(self) -> Route:
        step = len(self.data) if isinstance(self.data, list) else self.key
        return self.route if step is None else (*self.route, step)


@dataclass(slots=True)
class _Builder:
    """Fills plain data from events; strict unless a configuration file is read."""

    strict: bool
    spans: Spans | None
    levels: list[_Level] = field(default_factory=list)
    anchors: dict[str, Data] = field(default_factory=dict)
    root: Data | None = None

    def take(self, event: yaml.Event) -> None:
        if self.strict:
            _refuse_extras(event)
        match event:
            case yaml.DocumentStartEvent() if self.root is not None:
                mend = "put the second subject into a file of its own"
                raise RefusedError("a second document starts here", _span(event), mend)
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(event)
            case yaml.AliasEvent():
                self._value(self.anchors.get(event.anchor or "", ""), event)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        level = self.levels[-1] if self.levels else None
        if level and isinstance(level.data, dict) and level.key is None:
            self._key(level, level.data, event)
        else:
            # white space is no value: nobody can see it on a page
            self._value(event.value if event.value.strip() else "", event)

    def _key(self, level: _Level, data: dict[str, Data], event: yaml.ScalarEvent) -> None:
        if self.strict and event.value in data:
            mend = "ids and keys stand once: rename or merge one of the two"
            raise RefusedError(f"the key {event.value} stands here twice", _span(event), mend)
        level.key = event.value
        if self.spans is not None:
            self.spans[level.next_route(), True] = _span(event)

    def _value(self, value: Data, event: yaml.Event) -> None:
        route = self.levels[-1].next_route() if self.levels else ()
        if self.spans is not None:
            self.spans[route, False] = _span(event)
        self._put(value)
        anchor = getattr(event, "anchor", None)
        if not self.strict and anchor:
            self.anchors[anchor] = value

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        level = self.levels[-1] if self.levels else None
        if level and isinstance(level.data, dict) and level.key is None:
            raise RefusedError("a key must be a word", _span(event), "write the key as plain text")
        if len(self.levels) >= DEEPEST:
            raise RefusedError(f"nested more than {DEEPEST} deep", _span(event))
        data: dict[str, Data] | list[Data] = {} if isinstance(event, yaml.MappingStartEvent) else []
        route = level.next_route() if level else ()
        self._put(data)
        if not self.strict and event.anchor:
            self.anchors[event.anchor] = data
        self.levels.append(_Level(data, route, _span(event)))

    def _put(self, value: Data) -> None:
        if not self.levels:
            self.root = value
            return
        level = self.levels[-1]
        if isinstance(level.data, list):
            level.data.append(value)
        elif level.key is not None:
            level.data[level.key] = value
            level.key = None

    def _close(self, event: yaml.Event) -> None:
        level = self.levels.pop()
        if self.spans is not None:
            start, end = level.start, _span(event)
            whole = Span(start.line, start.column, end.end_line, end.end_column)
            self.spans[level.route, False] = whole


def parse(text: str, *, strict: bool = True) -> Data:
    """The data of one YAML document; raises RefusedError with the span of what is wrong.

    Not strict is for configuration files of other tools: tags are ignored, anchors followed, the
    last of repeated keys wins.
    """
    if strict and (refused := hidden_break(text)):
        raise refused
    builder = _Builder(strict=strict, spans=None)
    for event in _events(text):
        builder.take(event)
    if builder.root is None:
        mend = "write at least a title, or remove the file"
        raise RefusedError("this file is empty", Span(1, 1, 1, 1), mend)
    return builder.root


def spans_of(text: str, *, strict: bool = True) -> Spans:
    """Where each key (True) and value (False) of a text that `parse` accepts stands."""
    spans: Spans = {}
    builder = _Builder(strict=strict, spans=spans)
    for event in _events(text):
        builder.take(event)
    return spans


def _events(text: str) -> Iterator[yaml.Event]:
    parser = yaml.CSafeLoader(text)
    try:
        while parser.check_event():
            yield cast("yaml.Event", parser.get_event())
    except yaml.YAMLError as error:
        raise syntax_refused(error, text) from error
    finally:
        parser.dispose()


def _refuse_extras(event: yaml.Event) -> None:
    """Refuse what YAML has and fact files do without."""
    if isinstance(event, yaml.AliasEvent):
        mend = "write the value out: facts are read one at a time"
        raise RefusedError(f"this repeats an anchor (*{event.anchor})", _span(event), mend)
    if anchor := getattr(event, "anchor", None):
        mend = "remove it, or put the value in quotes if it should start with &"
        raise RefusedError(f"this sets an anchor (&{anchor})", _span(event), mend)
    if tag := getattr(event, "tag", None):
        mend = "remove it, or put the value in quotes if it should start with !"
        raise RefusedError(f"this sets a type ({tag})", _span(event), mend)


def _span(event: yaml.Event) -> Span:
    start, end = cast("_Mark", event.start_mark), cast("_Mark", event.end_mark)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
