"""Dates as people know them: to the day, to the month, about, from-to, one of.

The notation is EDTF (Library of Congress, ISO 8601-2), levels 0 and 1, and `[a..b]` for one date
out of a span. A date is a set of days: the usual ones, and the outermost that it can be stretched
to. What one date in it means stands in `edtf`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.facts.date_hints import better_dates
from factbook.facts.edtf import Clock, DateError, Point, parse_point
from factbook.facts.sets import UNBOUNDED, Range, highest, hull, lowest

if TYPE_CHECKING:
    from collections.abc import Hashable

__all__ = ["UNKNOWN_DATE", "DateError", "Edtf", "Point", "as_date_text", "in_words", "parse_date"]

FORMS = "write 2020-12-20, 2020-12, 2020, 2020-12-20~, 2020-11/2020-12 or [2020-12-27..2020-12-31]"
OPEN, NOT_KNOWN = "..", ""  # the two open ends of EDTF: without a bound, and with one nobody knows
DOUBTS = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
EVERYTHING = Range(-UNBOUNDED, UNBOUNDED)


class Edtf:
    """A date expression: one point, or two with `lasted` (from-to) or without (one of).

    `points` is empty for `unknown`. A plain class rather than a dataclass, because msgspec would
    decode a dataclass from a mapping, where users write text.
    """

    __slots__ = ("_usual", "_words", "lasted", "points", "text")

    def __init__(self, text: str, points: tuple[Point, ...], *, lasted: bool = False) -> None:
        self.text = text
        self.points = points
        self.lasted = lasted
        self._usual: Range | None = None
        self._words = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edtf) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"Edtf({self.text!r})"

    @property
    def known(self) -> bool:
        """Whether the date is more than `unknown`."""
        return bool(self.points)

    @property
    def timed(self) -> bool:
        """Whether a time of day is given."""
        return any(point.clock for point in self.points)

    @property
    def usual(self) -> Range:
        """From the first day to the last that the expression means, taken at its word."""
        if self._usual is None:
            self._usual = hull(self.whole.usual) if self.points else EVERYTHING
        return self._usual

    @property
    def words(self) -> str:
        """The date for readers, put into words once: that of a document stands on many pages."""
        if not self._words:
            self._words = _in_words(self)
        return self._words

    @property
    def outermost(self) -> Range:
        """From the first day to the last that the expression can be stretched to."""
        return hull(self.whole.outermost) if self.points else EVERYTHING

    @property
    def whole(self) -> Point:
        """The expression as one point: for two, all from the first to the second."""
        if len(self.points) == 1:
            return self.points[0]
        first, last = self.points
        return Point(
            text=self.text,
            usual=(_between(hull(first.usual), hull(last.usual)),),
            outermost=(_between(hull(first.outermost), hull(last.outermost)),),
            words=in_words(self),
            clock=_clock_between(first.clock, last.clock),
        )

    @property
    def meaning(self) -> Hashable:
        """What makes two dates the same: `2020~` and `2020?` differ in words, not in meaning."""
        points = tuple((one.usual, one.outermost, one.clock) for one in self.points)
        return self.lasted, points


UNKNOWN_DATE = Edtf("unknown", ())


def as_date_text(written: object) -> str | None:
    """The text of a date as YAML hands it over; None for what can be none.

    `[2020-12-27..2020-12-31]` is EDTF for one day out of a span, and YAML for a list of one item.
    """
    if isinstance(written, str):
        return written
    match written:
        case [str(only)] if ".." in only:
            return f"[{only}]"
    return None


def parse_date(text: str) -> Edtf:
    """The date written as `text`; raises DateError with what is wrong and how to write it."""
    text = text.strip()
    if not text:
        raise DateError(f"there is nothing here; {FORMS}")
    try:
        return _parsed(text)
    except DateError as error:
        if better := [one for one in better_dates(text) if _is_date(one)]:
            raise DateError(f"write {' or '.join(better)}, not {text}") from error
        raise DateError(
            f"{error}; {FORMS}" if str(error).endswith("is no date") else str(error)
        ) from None


def _is_date(text: str) -> bool:
    try:
        _parsed(text)
    except DateError:
        return False
    return True


def _parsed(text: str) -> Edtf:
    if text == "unknown":
        return UNKNOWN_DATE
    if text.startswith("[") and text.endswith("]") and ".." in text:
        return _pair(text, *text[1:-1].split("..", 1), lasted=False)
    if "/" in text:
        return _pair(text, *text.split("/", 1), lasted=True)
    return Edtf(text, (parse_point(text),))


def _pair(text: str, first: str, last: str, *, lasted: bool) -> Edtf:
    """Two ends, of which one may be open: `..` or nothing."""
    first, last = first.strip(), last.strip()
    ends = {OPEN, NOT_KNOWN}
    if first in ends and last in ends:
        raise DateError(f"{text} has no end on either side; write at least one date")
    start = None if first in ends else parse_point(first)
    end = None if last in ends else parse_point(last)
    if start and end and not _in_order(start, end):
        raise DateError(f"{text} ends before it begins")
    if start is None:
        start = _open_end(first, end, -UNBOUNDED)
    if end is None:
        end = _open_end(last, start, UNBOUNDED)
    return Edtf(text, (start, end), lasted=lasted)


def _in_order(start: Point, end: Point) -> bool:
    if start.clock and end.clock and start.clock.zoned == end.clock.zoned:
        return start.clock.usual.low <= end.clock.usual.high
    return lowest(start.usual) <= highest(end.usual)


def _open_end(text: str, known: Point | None, bound: float) -> Point:
    """The end that is not given: anything on its side of the one that is known."""
    if known is None:
        raise AssertionError("one of two ends is known")

    def beyond(span: Range) -> Range:
        return Range(bound, span.high) if bound < 0 else Range(span.low, bound)

    clock = known.clock and Clock(
        zoned=known.clock.zoned,
        usual=beyond(known.clock.usual),
        outermost=beyond(known.clock.outermost),
        universal=known.clock.universal,
    )
    usual, outermost = (beyond(hull(some)) for some in (known.usual, known.outermost))
    return Point(text, (usual,), (outermost,), "an unknown date", clock=clock)


def _between(first: Range, last: Range) -> Range:
    """From the first to the last; days of two time zones may stand the other way round."""
    low, high = sorted((first.low, last.high))
    return Range(low, high)


def _clock_between(first: Clock | None, last: Clock | None) -> Clock | None:
    """The time between two; None where they cannot be put on one clock."""
    if not first or not last or first.zoned != last.zoned:
        return None
    usual = _between(first.usual, last.usual)
    outermost = _between(first.outermost, last.outermost)
    return Clock(first.zoned, usual, outermost, first.universal or last.universal)


def in_words(written: Edtf) -> str:
    """`20 December 2020`, `about December 2020`, `2019 to 2020`: for readers."""
    return written.words


def _in_words(written: Edtf) -> str:
    if not written.known:
        return "date unknown"
    if len(written.points) == 1:
        point = written.points[0]
        return ("sometime in " if point.vague and not point.doubt else "") + _point_in_words(point)
    first, last = (_point_in_words(point) for point in written.points)
    open_start, open_end = (point.text in {OPEN, NOT_KNOWN} for point in written.points)
    if not written.lasted:
        if open_start or open_end:
            return f"{last} or earlier" if open_start else f"{first} or later"
        return f"between {first} and {last}"
    if written.points[0].text == OPEN:
        return f"until {last}"
    return f"from {first} on" if written.points[1].text == OPEN else f"{first} to {last}"


def _point_in_words(point: Point) -> str:
    return DOUBTS[point.doubt] + point.words
