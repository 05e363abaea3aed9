"""More than sixty situations that must conflict, named after what they come from."""

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
CHILD, WOMAN = "of: {age: child}", "of: {person: woman}"
MONDAY, TUESDAY = "on: 2031-05-05", "on: 2031-05-06"
MORNING = "on: 2031-05-05T08:00+03:00"
OTHER_WORDS = "cite: paraphrase"

MUST = [
    # figures
    ("two figures", "cell | rockets_fired | 8", "television | rockets_fired | 3"),
    ("no casualties, and a soldier", "cell | casualties | none", f"army | injured | 1 | {ARMED}"),
    ("no casualties, and a dead child near a checkpoint", "cell | casualties | none", f"army | killed | 1 | {CHILD} | {NEAR}"),
    ("below another's floor", "cell | killed | 7", "army | killed | at least 8"),
    ("above another's ceiling", "cell | killed | 7", "army | killed | at most 5"),
    ("exactly five is not more than five", "cell | killed | 5", "army | killed | more than 5"),
    ("dozens, and twelve", "cell | injured | dozens", "army | injured | 12"),
    ("about eight, and thirteen", "cell | killed | about 8", "army | killed | 13"),
    ("nearly thirty, and ten", "cell | killed | nearly 30", "army | killed | 10"),
    ("several, and one", "cell | rockets_fired | several", "army | rockets_fired | 1"),
    ("ranges apart", "cell | killed | 3 to 4", "army | killed | 5 to 9"),
    ("between the two that are possible", "cell | killed | 5 or 7", "army | killed | 6"),
    ("the third of its kind, and two in all", "cell | air_strikes | third", "army | air_strikes | 2"),
    ("a tonne, and a hundred kilos", "cell | charge | 1 t", "army | charge | 100 kg"),
    ("none by a document, three by the ministry", "- | killed | none", "ministry | killed | 3"),
    ("two documents in their own voice", "- | killed | 2", "- | killed | 3 | source: late"),
    ("one document contradicts itself", "- | killed | 2 | source: late", "- | killed | 3 | source: late"),
    # dates and times
    ("a day apart", "cell | date | 2031-05-05", "army | date | 2031-05-06"),
    ("two hours of one day", "cell | date | 2031-05-05T08:00Z", "army | date | 2031-05-05T20:00Z"),
    ("two days off in any zone", "cell | date | 2031-05-05T23:30Z", "army | date | 2031-05-08"),
    ("the month before", "cell | date | 2031-04", "army | date | 2031-05-05"),
    ("spans with other ends", "cell | date | 2031-05-01/2031-05-05", "army | date | 2031-05-01/2031-05-09"),
    ("none of the days named", "cell | date | 2031-05-20", "army | date | [2031-05-05..2031-05-09]"),
    # places
    ("two cities", "cell | place | city", "army | place | port"),
    ("a park of one city, and another city", "cell | place | park", "army | place | port"),
    ("nowhere, and somewhere", "cell | target | none", "army | target | zone"),
    # part and whole
    ("more landed than fired", "cell | rockets_landed | at least 8", "army | rockets_fired | 3"),
    ("more dead than casualties", "cell | killed | 7", "army | casualties | 6"),
    ("more civilians than all", f"cell | injured | 6 | {CIVIL}", "army | injured | 5"),
    ("more in the park than everywhere", f"cell | rockets_landed | 9 | {PARK}", "army | rockets_landed | 8"),
    ("more in one night than in both", "cell | killed | 9 | during: 2031-05-05T20:00/2031-05-05T23:00", "army | killed | 5"),
    ("more women than adults", f"cell | injured | 4 | {WOMAN}", "army | injured | 3 | of: {age: adult}"),
    ("the same place, said and unsaid", f"cell | rockets_landed | 3 | {ZONE}", "army | rockets_landed | 4"),
    ("the same place, in two statements", f"cell | rockets_landed | 3 | {PARK}", f"army | rockets_landed | 4 | {PARK}"),
    ("one category, two figures", f"cell | injured | 2 | {CIVIL}", f"army | injured | 5 | {CIVIL}"),
    # sums
    ("four inside and three outside are more than six", f"cell | rockets_landed | 4 | {ZONE}", f"cell | rockets_landed | 3 | {OUTSIDE}", "army | rockets_landed | 6"),
    ("four inside and three outside, and a denial of five or more", f"cell | rockets_landed | 4 | {ZONE}", f"cell | rockets_landed | 3 | {OUTSIDE}", "army | rockets_landed | at least 5 | act: denies"),
    ("two killed and three injured, and a denial of more than four", "cell | killed | 2", "cell | injured | 3", "army | casualties | more than 4 | act: denies"),
    ("three names, and two killed", "hospital | victims | [anna, boris, clara]", "army | killed | 2"),
    ("four names, and three killed by an account that is complete", "hospital | victims | [anna, boris, clara, minister]", "army | killed | 3 | complete: true"),
    ("three names in three claims, and two killed", "hospital | victims | anna", "hospital | victims | boris", "hospital | victims | clara", "army | killed | 2"),
    ("a name, and no casualties", "hospital | victims | anna", "army | casualties | none"),
    ("a label, and nobody killed", "hospital | victims | militias", "army | killed | none"),
    ("three names, and a denial that as many were killed", "hospital | victims | [anna, boris, clara]", "army | killed | at least 3 | act: denies"),
    ("three civilians by name, and two killed", f"hospital | victims | [anna, boris, clara] | {CIVIL}", "army | killed | 2"),
    ("a statement names more than it counts", "cell | victims | [anna, boris, clara] | in: communiqué", "cell | killed | 2 | in: communiqué"),
    ("two killed and five injured are more than six", "cell | killed | 2", "cell | injured | 5", "army | casualties | 6"),
    ("civilians and soldiers are more than all", f"cell | injured | 2 | {CIVIL}", f"cell | injured | 2 | {ARMED}", "army | injured | 3"),
    ("a speaker's own parts are more than his total", f"cell | rockets_landed | 4 | {ZONE} | in: communiqué", f"cell | rockets_landed | 3 | {OUTSIDE} | in: communiqué", "cell | rockets_landed | 6 | in: communiqué"),
    ("a complete account, and a higher total", f"cell | rockets_landed | 4 | {PARK} | complete: true", f"cell | rockets_landed | 3 | {OUTSIDE}", "army | rockets_landed | 9"),
    ("a complete account, and more elsewhere than it has", f"cell | rockets_landed | 4 | {PARK} | complete: true", f"cell | rockets_landed | 3 | {OUTSIDE}", f"army | rockets_landed | 9 | {NEAR}"),
    ("one of three, and more than the three", f"cell | rockets_landed | 3 | {OUTSIDE}", "cell | rockets_landed | 4 | at: {label: a hospital, relation: near} | counted_in: c0"),
    ("a statement's total is not what it adds up to, in a paraphrase", f"cell | rockets_landed | 4 | {PARK} | complete: true | in: communiqué | {OTHER_WORDS}", f"cell | rockets_landed | 3 | {OUTSIDE} | in: communiqué | {OTHER_WORDS}", f"cell | rockets_landed | 9 | in: communiqué | {OTHER_WORDS}"),
    ("nobody on a list of victims, and somebody", "cell | victims | none", "hospital | victims | clara"),
    ("a civilian that a complete list of all lacks", "cell | victims | [anna, boris] | complete: true", f"hospital | victims | clara | {CIVIL}"),
    ("more explosive in the park than everywhere", f"cell | charge | 10 kg | {PARK}", "army | charge | 5 kg"),
    ("one kind of weapon of two is denied", "cell | weapon | rocket | act: denies", "army | weapon | [rocket, mortar]"),
    ("somebody was killed, and nobody hurt", "cell | killed | none | act: denies", "army | casualties | none"),
    ("two number plates", "cell | plate | abc", "army | plate | abd"),
    ("another place of a statement was withdrawn", f"cell | rockets_landed | 4 | {ZONE} | in: communiqué", f"cell | rockets_landed | 3 | {PORT} | in: communiqué | withdrawn: {{on: 2031-06-01, because: misread}}", "army | rockets_landed | 7"),
    ("who agrees with a part contradicts the whole", f"cell | rockets_landed | 4 | {ZONE} | in: communiqué", f"cell | rockets_landed | 3 | {OUTSIDE} | in: communiqué", f"embassy | rockets_landed | 4 | {ZONE}", "army | rockets_landed | 7"),
    ("two lists of names, each complete", "cell | victims | [anna, boris] | complete: true", "hospital | victims | [anna, clara] | complete: true"),
    ("a name that a complete list lacks", "cell | victims | [anna, boris] | complete: true", "hospital | victims | clara"),
    # who
    ("two organisations", "cell | held_responsible | army", "embassy | held_responsible | rebels"),
    ("nobody, and a label", "cell | responsibility_claimed_by | none", "army | responsibility_claimed_by | militias"),
    ("nobody, and a stranger", "cell | held_responsible | none", "army | held_responsible | stranger"),
    ("no weapon, and a rocket", "cell | weapon | none", "army | weapon | rocket"),
    ("yes and no", "cell | air_defence_activated | yes", "army | air_defence_activated | no"),
    # denials
    ("a denied figure", "rebels | killed | at least 1 | act: denies", "army | killed | 3"),
    ("a denied accusation", "rebels | held_responsible | rebels | act: denies", "army | held_responsible | rebels | act: accuses"),
    ("a denial reaches a brigade", "cell | held_responsible | army | act: denies", "embassy | held_responsible | brigade | act: accuses"),
    ("a denial of one of two accused", "rebels | held_responsible | rebels | act: denies", "army | held_responsible | [rebels, minister] | act: accuses"),
    ("a denial of any casualties, and three dead", "cell | casualties | at least 1 | act: denies", "army | killed | 3"),
    # speakers and time
    ("one statement, two figures", "cell | killed | 3 | in: communiqué", "cell | killed | 5 | in: communiqué"),
    ("one hour, two figures of one speaker", f"cell | killed | 3 | {MORNING}", f"cell | killed | 5 | {MORNING}"),
    ("fewer the day after", f"cell | killed | 5 | {MONDAY}", f"hospital | killed | 3 | {TUESDAY}"),
    ("somebody after nobody", f"cell | killed | none | {MONDAY}", f"hospital | killed | 3 | {TUESDAY}"),
    ("a complete account, and more the day after", f"cell | killed | 3 | {MONDAY} | complete: true", f"hospital | killed | 5 | {TUESDAY}"),
    ("more on perhaps the same day", "cell | killed | 3 | as_of: 2031-05-05~", "hospital | killed | 5 | as_of: 2031-05-06"),
    ("rockets do not rise like tolls", f"cell | rockets_fired | 3 | {MONDAY}", f"army | rockets_fired | 8 | {TUESDAY}"),
    ("one of two who agree has revised", f"cell | rockets_fired | 3 | {MONDAY}", f"cell | rockets_fired | 8 | {TUESDAY}", f"ministry | rockets_fired | 3 | {MONDAY}"),
    ("one of two who spoke together revises, and another says so too", f"[cell, army] | rockets_fired | 5 | {MONDAY}", f"army | rockets_fired | 8 | {TUESDAY}", f"embassy | rockets_fired | 8 | {TUESDAY}"),
    ("one of two who spoke together revises, the other said it alone", f"[cell, army] | rockets_fired | 5 | {MONDAY}", f"cell | rockets_fired | 5 | {MONDAY}", f"army | rockets_fired | 8 | {TUESDAY}"),
    ("two joint statements with one speaker in common", f"[cell, army] | rockets_fired | 5 | {MONDAY}", f"[army, embassy] | rockets_fired | 8 | {TUESDAY}"),
    ("two volleys, but a third speaker is not covered", "cell | rockets_fired | 5", "army | rockets_fired | 8", "not: two different volleys", "ministry | rockets_fired | 5"),
    ("a recount, and the first figure said again after it", f"cell | killed | 5 | {MONDAY}", f"cell | killed | 3 | supersedes: the first | {TUESDAY}", "cell | killed | 5 | on: 2031-05-08", "army | killed | 3"),
    ("a recount, and a return to the first figure", "cell | killed | 5", "cell | killed | 3 | supersedes: the first", "cell | killed | 5 | supersedes: {claim: c1, because: a third count}", "army | killed | 3"),
    ("a recount, and the first figure by another", "cell | killed | 5", "cell | killed | 3 | supersedes: the first", "army | killed | 5"),
    ("two paraphrases, and somebody who says neither", f"cell | killed | 3 | in: communiqué | {OTHER_WORDS}", f"cell | killed | 5 | in: communiqué | {OTHER_WORDS}", "army | killed | 8"),
    ("paraphrases of two statements, and somebody who says the one", f"cell | killed | 3 | on: 2031-05-05 | {OTHER_WORDS}", f"ministry | killed | 5 | on: 2031-05-05 | {OTHER_WORDS}", "army | killed | 3"),
    ("two paraphrases, one of them verbatim too, and somebody who says the other", f"cell | killed | 3 | in: communiqué | {OTHER_WORDS}", f"cell | killed | 5 | in: communiqué | {OTHER_WORDS}", "cell | killed | 5 | in: communiqué", "army | killed | 3"),
    ("two paraphrases, and one more statement of the speaker with the second", f"cell | rockets_fired | 3 | in: communiqué | {OTHER_WORDS}", f"cell | rockets_fired | 5 | in: communiqué | {OTHER_WORDS}", "cell | rockets_fired | 5 | on: 2031-05-09", "army | rockets_fired | 3"),
    # tensions
    ("civilians by one, soldiers by the other", f"cell | injured | 2 | {CIVIL}", f"army | injured | 1 | {ARMED}"),
    ("a child by one, a woman by the other", f"cell | killed | 1 | {CHILD}", f"- | killed | 1 | {WOMAN} | source: late"),
    ("soldiers with doubt, but by a third", f"cell | injured | 2 | {CIVIL}", f"army | injured | 1 | {ARMED}", f"embassy | injured | 1 | {ARMED} | hedge: it is believed"),
    ("soldiers condemned, not reported", f"cell | injured | 2 | {CIVIL}", f"army | injured | 1 | {ARMED}", f"cell | injured | 1 | {ARMED} | act: condemns"),
    ("injured civilians, and soldiers among all casualties", f"cell | injured | 2 | {CIVIL}", f"army | casualties | 1 | {ARMED}"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "lines"), [(n, tuple(r)) for n, *r in MUST], ids=str)
def test_no_conflict_missed(found: Found, name: str, lines: tuple[str, ...]) -> None:
    assert len(found(lines)) == 1, name


def test_there_are_sixty_and_no_two_alike() -> None:
    assert len(MUST) >= 60
    assert len({row[0] for row in MUST}) == len({tuple(row[1:]) for row in MUST}) == len(MUST)
