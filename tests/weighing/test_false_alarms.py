"""More than sixty situations that must not conflict, named after what they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Found = Callable[[tuple[str, ...]], set[str]]

ZONE = "at: {place: zone}"
PARK = "at: {place: park}"
PORT = "at: {place: port}"
OUTSIDE, NEAR = "at: {place: zone, relation: outside}", "at: {place: zone, relation: near}"
CIVIL, ARMED = "of: {status: civilian}", "of: {status: military}"
WOMAN = "of: {person: woman}"
IRAQI, AMERICAN = "of: {nationality: iraqi}", "of: {nationality: american}"
MONDAY, TUESDAY = "on: 2031-05-05", "on: 2031-05-06"
MORNING, EVENING = "on: 2031-05-05T08:00+03:00", "on: 2031-05-05T20:00+03:00"
OTHER_WORDS = "cite: paraphrase"

MUST_NOT = [
    # precision
    ("a figure and its floor", "cell | killed | 8", "army | killed | at least 8"),
    ("a figure and a bare plural", "cell | killed | 8", "army | killed | plural"),
    ("about eight, and nine", "cell | killed | about 8", "army | killed | 9"),
    ("nearly thirty, and twenty-six", "cell | killed | nearly 30", "army | killed | 26"),
    ("dozens, and thirty", "cell | injured | dozens", "army | injured | 30"),
    ("several, and two", "cell | rockets_fired | several", "army | rockets_fired | 2"),
    ("some, and one", "cell | rockets_intercepted | some", "army | rockets_intercepted | 1"),
    ("a barrage, and seven", "cell | rockets_fired | barrage", "army | rockets_fired | 7"),
    ("ranges that meet", "cell | killed | 5 to 12", "army | killed | 10 to 20"),
    ("one of two numbers", "cell | killed | 5 or 7", "army | killed | 7"),
    ("more than five, and six", "cell | killed | more than 5", "army | killed | 6"),
    ("at most three, and none", "cell | killed | at most 3", "army | killed | none"),
    ("the day and the month", "cell | date | 2031-05-05", "army | date | 2031-05"),
    ("about the day, and the day after", "cell | date | 2031-05-05~", "army | date | 2031-05-06"),
    ("the hour and the day", "cell | date | 2031-05-05T21:30", "army | date | 2031-05-05"),
    ("a hundred kilos, rounded", "cell | charge | 100 kg", "army | charge | 0.1 t"),
    # day boundaries across time zones
    ("one instant in two zones", "cell | date | 2031-05-05T23:30Z", "army | date | 2031-05-06T02:30+03:00"),
    ("late in universal time, the next day at the place", "cell | date | 2031-05-05T23:30Z", "army | date | 2031-05-06"),
    ("early in universal time, the day before at the place", "cell | date | 2031-05-05T02:00Z", "army | date | 2031-05-04"),
    ("a time without a zone, and one with", "cell | date | 2031-05-05T23:30", "army | date | 2031-05-05T20:30Z"),
    # scope
    ("Iraqis here, Americans there", f"cell | injured | 2 | {IRAQI}", f"embassy | injured | 1 | {AMERICAN}"),
    ("Iraqis here, civilians there", f"cell | injured | 2 | {IRAQI}", f"army | injured | 9 | {CIVIL}"),
    ("no civilians by one, soldiers by the other", f"cell | injured | none | {CIVIL}", f"army | injured | 1 | {ARMED}"),
    ("both categories by one speaker", f"cell | injured | 2 | {CIVIL}", f"cell | injured | 1 | {ARMED}"),
    ("in the zone, and near it", f"cell | rockets_landed | 3 | {ZONE}", f"army | rockets_landed | 4 | {NEAR}"),
    ("in the park, and in the port", f"cell | rockets_landed | 3 | {PARK}", f"army | rockets_landed | 4 | {PORT}"),
    ("inside and outside", f"cell | rockets_landed | 4 | {ZONE}", f"army | rockets_landed | 3 | {OUTSIDE}"),
    ("two labels for places", "cell | rockets_landed | 1 | at: {label: a pond}", "army | rockets_landed | 6 | at: {label: a yard}"),
    ("the first night and the second", "cell | killed | 3 | during: 2031-05-05", "army | killed | 5 | during: 2031-05-06"),
    ("the morning and the evening", "cell | killed | 3 | during: 2031-05-05T08:00/2031-05-05T12:00", "army | killed | 5 | during: 2031-05-05T18:00/2031-05-05T22:00"),
    # part and whole
    ("some of all rockets", f"cell | rockets_landed | 3 | {PARK}", "army | rockets_landed | 8"),
    ("landed of fired", "cell | rockets_landed | 3", "army | rockets_fired | 8"),
    ("the killed of all casualties", "cell | killed | 1", "army | casualties | 6"),
    ("civilians among all", f"cell | injured | 2 | {CIVIL}", "army | injured | 5"),
    ("a woman among the adults", f"cell | injured | 1 | {WOMAN}", "army | injured | 3 | of: {age: adult}"),
    ("dead and injured", "cell | killed | 1", "army | injured | 5"),
    ("four inside and three outside are the seven", f"cell | rockets_landed | 4 | {ZONE}", f"cell | rockets_landed | 3 | {OUTSIDE}", "army | rockets_landed | 7"),
    ("the killed and the injured are the casualties", "cell | killed | 2", "cell | injured | 5", "army | casualties | 7"),
    ("six in the zone, two of them in the park, are all the six", f"cell | rockets_landed | 6 | {ZONE} | complete: true", f"cell | rockets_landed | 2 | {PARK}", "army | rockets_landed | 6"),
    ("most of the eight, and six in one place", "cell | rockets_fired | 8", f"cell | rockets_fired | most of c0 | {PARK}", f"army | rockets_fired | 6 | {PARK}"),
    # updates
    ("a figure rises the next day", f"cell | killed | 3 | {MONDAY}", f"cell | killed | 5 | {TUESDAY}"),
    ("a figure rises within the day", f"cell | killed | 3 | {MORNING}", f"cell | killed | 5 | {EVENING}"),
    ("a figure falls the next day", f"cell | rockets_fired | 8 | {MONDAY}", f"cell | rockets_fired | 7 | {TUESDAY}"),
    ("a recount that replaces the first", "cell | killed | 5", "cell | killed | 3 | supersedes: the first"),
    ("what a recount replaced, in one more document without a date", "cell | killed | 5", "cell | killed | 3 | supersedes: the first", "cell | killed | 5 | source: undated", "army | killed | 3"),
    ("what a recount replaced, in a document of the day before it", f"cell | killed | 5 | {MONDAY}", "cell | killed | 3 | supersedes: the first | on: 2031-05-07", f"cell | killed | 5 | {TUESDAY}", "army | killed | 3"),
    ("what a spokesman's recount replaced, in his army's words", "army | killed | 5", "spokesman | killed | 3 | supersedes: the first", "army | killed | 5 | source: undated", "cell | killed | 3"),
    ("the spokesman corrects his army", f"army | killed | 3 | {MONDAY}", f"spokesman | killed | 5 | {TUESDAY}"),
    ("an old figure against another's new one", f"cell | rockets_fired | 3 | {MONDAY}", f"cell | rockets_fired | 8 | {TUESDAY}", f"army | rockets_fired | 8 | {TUESDAY}"),
    ("one of two who spoke together revises", f"[cell, army] | rockets_fired | 5 | {MONDAY}", f"army | rockets_fired | 8 | {TUESDAY}"),
    ("two who spoke together, and one of them alone that day", f"[cell, army] | rockets_fired | 5 | {MONDAY}", f"army | rockets_fired | 8 | {MONDAY}"),
    ("both who spoke together revise, each alone", f"[cell, army] | rockets_fired | 5 | {MONDAY}", f"army | rockets_fired | 8 | {TUESDAY}", f"cell | rockets_fired | 8 | {TUESDAY}", "embassy | rockets_fired | 8"),
    ("another's toll has risen", f"cell | killed | 3 | {MONDAY}", f"hospital | killed | 5 | {TUESDAY}"),
    ("a part has grown above the whole of the day before", f"cell | killed | 3 | {MONDAY}", f"hospital | killed | 4 | {TUESDAY} | {CIVIL}"),
    # renderings
    ("a translation of words that are there", "cell | killed | 3 | in: communiqué", f"cell | killed | 5 | in: communiqué | {OTHER_WORDS}"),
    ("drift against the figure of another", "cell | killed | 3 | in: communiqué", f"cell | killed | 5 | in: communiqué | {OTHER_WORDS}", "army | killed | 3"),
    ("two paraphrases of one statement", f"cell | killed | 3 | in: communiqué | {OTHER_WORDS}", f"cell | killed | 5 | in: communiqué | {OTHER_WORDS}"),
    ("two paraphrases, and somebody who says the one", f"cell | killed | 3 | in: communiqué | {OTHER_WORDS}", f"cell | killed | 5 | in: communiqué | {OTHER_WORDS}", "army | killed | 3"),
    ("two paraphrases, and a total that has room for one", f"cell | killed | 3 | in: communiqué | {OTHER_WORDS}", f"cell | killed | 5 | in: communiqué | {OTHER_WORDS}", "army | casualties | 4"),
    ("two translations of each of two statements, of which two agree", f"cell | rockets_fired | 3 | in: communiqué | {OTHER_WORDS}", f"cell | rockets_fired | 5 | in: communiqué | {OTHER_WORDS}", "army | rockets_fired | 5 | in: speech | cite: translation", "army | rockets_fired | 7 | in: speech | cite: translation"),
    ("a denial, and a denial of less in another translation", "cell | killed | at least 1 | act: denies | in: communiqué | cite: translation", "cell | killed | at least 5 | act: denies | in: communiqué | cite: translation", "army | killed | 3"),
    # open world, labels
    ("a label against an organisation", "cell | held_responsible | militias", "embassy | held_responsible | rebels"),
    ("a stranger against an organisation", "cell | held_responsible | stranger", "embassy | held_responsible | rebels"),
    ("a brigade of the army", "cell | held_responsible | army", "embassy | held_responsible | brigade"),
    ("two brigades of one army", "cell | held_responsible | brigade", "embassy | held_responsible | guard"),
    ("two names, perhaps of one group", "cell | held_responsible | rebels", "embassy | held_responsible | front"),
    ("one, and the same with another", "cell | held_responsible | army", "embassy | held_responsible | [army, rebels]"),
    ("two kinds of weapon", "cell | weapon | mortar", "army | weapon | rocket"),
    ("the park in the city", "cell | place | park", "army | place | city"),
    ("two victims, one by each", "cell | victims | anna", "hospital | victims | boris"),
    # acts
    ("condemning is no denial", "rebels | held_responsible | rebels | act: condemns", "army | held_responsible | rebels | act: accuses"),
    ("a denial of eight, and three", "rebels | killed | 8 | act: denies", "army | killed | 3"),
    ("the speaker does not know", "cell | killed | unknown", "army | killed | 3"),
    ("the speaker's own doubt", "cell | killed | 3 | hedge: I think", "army | killed | 5"),
    # accounts that are complete
    ("a complete list in two claims", "cell | victims | anna | complete: true | in: communiqué", "cell | victims | boris | in: communiqué", "hospital | victims | boris"),
    ("one part of an account in two documents", f"cell | rockets_landed | 4 | {ZONE} | complete: true | in: communiqué", f"cell | rockets_landed | 4 | {ZONE} | in: communiqué | source: late", f"cell | rockets_landed | 3 | {OUTSIDE} | in: communiqué", "army | rockets_landed | 7"),
    ("two paraphrases of one part of an account", f"cell | rockets_landed | 4 | {PARK} | complete: true | in: communiqué | {OTHER_WORDS}", f"cell | rockets_landed | 5 | {PARK} | in: communiqué | {OTHER_WORDS}", f"cell | rockets_landed | 3 | {OUTSIDE} | in: communiqué", "army | rockets_landed | 7"),
    ("an account of two days, the later counts", f"cell | killed | 3 | {CIVIL} | complete: true | in: communiqué | as_of: 2031-05-02", f"cell | killed | 2 | {CIVIL} | in: communiqué | as_of: 2031-05-01", f"cell | killed | 1 | {ARMED} | in: communiqué | as_of: 2031-05-02", "army | killed | 4"),
    ("an account that leaves the police open", f"cell | killed | 3 | {CIVIL} | complete: true | in: communiqué", f"cell | killed | 2 | {ARMED} | in: communiqué", "cell | killed | unknown | of: {status: police} | in: communiqué", "army | killed | 6"),
    ("nobody that day, and militias in the park", "cell | held_responsible | none | during: 2031-05-06 | complete: true | in: communiqué", f"cell | held_responsible | militias | {PARK} | in: communiqué"),
    ("four inside and three outside, and a denial of eight or more", f"cell | rockets_landed | 4 | {ZONE}", f"cell | rockets_landed | 3 | {OUTSIDE}", "army | rockets_landed | at least 8 | act: denies"),
    ("four inside and three outside, and a denial of just six", f"cell | rockets_landed | 4 | {ZONE}", f"cell | rockets_landed | 3 | {OUTSIDE}", "army | rockets_landed | 6 | act: denies"),
    ("four by one and three by another, and a denial of five or more", f"cell | rockets_landed | 4 | {ZONE}", f"embassy | rockets_landed | 3 | {OUTSIDE}", "army | rockets_landed | at least 5 | act: denies"),
    # people who are named
    ("three names, and five killed", "hospital | victims | [anna, boris, clara]", "army | killed | 5"),
    ("three names, and at least two killed", "hospital | victims | [anna, boris, clara]", "army | killed | at least 2"),
    ("three names by three, and two killed", "hospital | victims | anna", "cell | victims | boris", "police | victims | clara", "army | killed | 2"),
    ("three names, and two civilians", "hospital | victims | [anna, boris, clara]", f"army | killed | 2 | {CIVIL}"),
    ("a name and a label, and one killed", "hospital | victims | [anna, militias]", "army | killed | 1"),
    ("three names, and two injured", "hospital | victims | [anna, boris, clara]", "army | injured | 2"),
    ("three names the day after two killed", f"hospital | victims | [anna, boris, clara] | {TUESDAY}", f"army | killed | 2 | {MONDAY}"),
    ("nobody named, and nobody killed", "hospital | victims | none", "army | killed | none"),
    ("two names that a recount replaced by one", "hospital | victims | [anna, boris]", "hospital | victims | anna | supersedes: the first", "army | killed | 1"),
    # parts of what names everything
    ("inside and outside in a document's own voice", f"- | rockets_landed | 4 | {ZONE}", f"- | rockets_landed | 3 | {OUTSIDE}", "army | rockets_landed | 7"),
    ("died the day after", "cell | killed | 3 | during: 2031-05-05 | in: communiqué", "cell | killed | 2 | during: 2031-05-06 | in: communiqué", "army | killed | 5"),
    # taken back
    ("a denial that its speaker has reversed", f"cell | killed | at least 1 | act: denies | {MONDAY}", f"cell | killed | 3 | {TUESDAY}", f"army | killed | 3 | {TUESDAY}"),
    ("a claim that its speaker now denies", f"cell | killed | 3 | {MONDAY}", f"cell | killed | at least 1 | act: denies | {TUESDAY}", "army | killed | at least 1 | act: denies"),
    ("nobody, and the day after the army", f"cell | held_responsible | none | {MONDAY}", f"cell | held_responsible | army | {TUESDAY}", "embassy | held_responsible | army"),
    ("another city the day after", f"cell | place | city | {MONDAY}", f"cell | place | port | {TUESDAY}", "army | place | port"),
    ("most of what was withdrawn", "cell | injured | 10 | withdrawn: {on: 2031-06-01, because: misread}", f"cell | injured | most of c0 | {PARK}", f"army | injured | 2 | {PARK}"),
    # drift
    ("a paraphrase that drops a qualifier", f"cell | killed | 3 | {CIVIL} | in: communiqué", f"cell | killed | 3 | in: communiqué | {OTHER_WORDS}", "army | killed | 5"),
    ("a paraphrase that drops a doubt", "cell | killed | 3 | hedge: we think | in: communiqué", f"cell | killed | 3 | in: communiqué | {OTHER_WORDS}", "army | killed | 5"),
    ("a number plate that one does not know", "cell | plate | unknown", "army | plate | abd"),
    # tensions that are none
    ("civilians by one, medics and soldiers by the other", f"cell | killed | 2 | {CIVIL}", f"army | killed | 3 | {ARMED}", "army | killed | 1 | of: {status: medic}"),
    ("civilians by one, who adds soldiers with doubt", f"cell | injured | 2 | {CIVIL}", f"cell | injured | 1 | {ARMED} | hedge: it is believed", f"army | injured | 1 | {ARMED}"),
    ("civilians by one, who does not know how many soldiers", f"cell | injured | 2 | {CIVIL}", f"cell | injured | unknown | {ARMED}", f"army | injured | 1 | {ARMED}"),
    ("nobody hurt, and a soldier with doubt", "cell | casualties | none", f"army | injured | 1 | {ARMED} | hedge: it is believed"),
    ("an outlet and its own article", f"- | killed | 2 | {CIVIL} | source: late", f"television | killed | 3 | {ARMED}", f"television | killed | 2 | {CIVIL}"),
    # the editors' word
    ("two volleys, the editors say", "cell | rockets_fired | 5", "army | rockets_fired | 8", "not: two different volleys"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lines"), [(n, tuple(r)) for n, *r in MUST_NOT], ids=str)
def test_no_false_alarm(found: Found, name: str, lines: tuple[str, ...]) -> None:
    assert found(lines) == set(), name


def test_there_are_sixty_and_no_two_alike() -> None:
    assert len(MUST_NOT) >= 60
    assert (
        len({row[0] for row in MUST_NOT})
        == len({tuple(row[1:]) for row in MUST_NOT})
        == len(MUST_NOT)
    )
