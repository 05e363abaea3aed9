"""How sure a copy can be: what pages, scripts and many outlets make of shared words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    from factbook.evidence.lineage.proposing import Found

    class Archived(Protocol):
        """What the fixture makes."""

        found: Found
        told: list[tuple[str, frozenset[str]]]


BODY = (
    "The fire began in the east wing of the market hall shortly after four in the morning and spread "
    "through three rows of stalls before the first engine arrived. Two men who slept above the fish "
    "stalls were carried out by neighbours, and the roof came down an hour later while pumps were "
    "still being moved along the quay towards the burning end of the building."
)
DAYS = {"early": "published: 2031-03-15", "late": "published: 2031-03-16"}
FOOT = (
    "We use cookies and similar technologies to measure traffic, to remember your settings and to "
    "show advertisements that fit your interests; by continuing to browse you accept our terms of "
    "use. Comments are moderated: be polite, stay on topic, and do not post links or addresses of "
    "others. All rights reserved; reproduction without written permission is prohibited by law."
)


def other_words(seed: str) -> str:
    return " ".join(f"{seed}{number}" for number in range(150))


@pytest.mark.parametrize("own", [40, 150])
@pytest.mark.parametrize("pages", [2, 3, 8])
def test_the_foot_of_pages_is_possible_at_most(
    archived: Callable[..., Archived], pages: int, own: int
) -> None:
    texts = {
        f"d{n}": " ".join([*other_words(chr(97 + n)).split()[:own], FOOT]) for n in range(pages)
    }
    for one in archived(**texts).found.proposals:
        assert one.certainty == "possible"
        assert "at the end of both, where pages have their foot" in one.because


@pytest.mark.parametrize("outlets", [2, 3, 4, 5, 8])
def test_a_report_that_many_outlets_used_in_part_is_proposed_however_many(
    archived: Callable[..., Archived], outlets: int
) -> None:
    texts = {}
    for n in range(outlets):
        own = other_words(chr(97 + n)).split()
        texts[f"d{n}"] = " ".join([*own[:40], BODY, *own[40:]])
    made = archived(**texts).found.proposals
    linked = {frozenset((one.one, one.other)) for one in made if one.kind == "derives_from"}
    assert linked >= {frozenset((f"d{n}", f"d{n + 1}")) for n in range(outlets - 1)}


@pytest.mark.parametrize("at_foot", [True, False])
def test_what_stands_above_or_below_all_pages_is_boilerplate(
    archived: Callable[..., Archived], *, at_foot: bool
) -> None:
    parts = {f"d{n}": [FOOT, other_words(chr(97 + n))][:: -1 if at_foot else 1] for n in range(8)}
    assert archived(**{name: " ".join(both) for name, both in parts.items()}).told == []


def test_the_same_opening_is_no_foot(archived: Callable[..., Archived]) -> None:
    made = archived(early=f"{BODY} {other_words('a')}", late=f"{BODY} {other_words('b')}")
    assert [one.certainty for one in made.found.proposals] == ["probable"]


def test_how_two_texts_came_to_agree_is_never_certain(archived: Callable[..., Archived]) -> None:
    [one] = archived("", DAYS, early=BODY, late=BODY).found.proposals
    assert one.certainty == "probable"
    assert "one has it from the other, or both from a third document" in one.because


CHINESE = "星期二清晨一列载有氨气的货运列车在奥尔拉瓦镇附近脱轨迫使约两千四百名居民撤离"
THAI = "รถไฟบรรทุกสินค้าซึ่งขนแอมโมเนียตกราง"


@pytest.mark.parametrize(
    ("sentence", "early", "late"),
    [
        (CHINESE, "今天天气很好我们去公园散步吃了很多东西", "昨日股市大跌投资者纷纷抛售手中股票"),
        (THAI, "วันนี้อากาศดีมากเราไปเดินเล่นในสวน", "ตลาดหุ้นร่วงหนักนักลงทุนเทขายหุ้น"),
    ],
)
def test_one_sentence_in_a_script_without_spaces_is_no_copy(
    archived: Callable[..., Archived], sentence: str, early: str, late: str
) -> None:
    made = archived(early=f"{sentence} {early}", late=f"{sentence} {late}")
    assert "derives_from" not in {one.kind for one in made.found.proposals}
