"""Sixty situations that must not conflict, and sixty that must, named after what they come from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from factbook.dossier import Dossier

ZONE, PARK, PORT, CITY = (f"at: {{place: {name}}}" for name in ("zone", "park", "port", "city"))
OUTSIDE, NEAR = "at: {place: zone, relation: outside}", "at: {place: zone, relation: near}"
CIVIL, ARMED = "of: {status: civilian}", "of: {status: military}"
CHILD, WOMAN = "of: {age: child}", "of: {person: woman}"
IRAQI, AMERICAN = "of: {nationality: iraqi}", "of: {nationality: american}"
MONDAY, TUESDAY = "on: 2031-05-05", "on: 2031-05-06"
MORNING, EVENING = "on: 2031-05-05T08:00+03:00", "on: 2031-05-05T20:00+03:00"
OTHER_WORDS = "cite: paraphrase"
TOP = "date: 2031-05-05\nplace: zone\n"
NAMES_ANOTHER = re.compile(r"\bc\d\b|supersedes: the first")

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
VOCABULARY = """--- vocabulary.yaml
attributes:
  charge: {label: Charge, type: quantity, unit: kg}
  plate: {label: Number plate, type: text, compare: exact}
axes:
  status: {label: status, terms: {medic: {label: medic, within: civilian}}}
"""


def conflicts(told: Callable[..., Dossier], lines: tuple[str, ...]) -> set[str]:
    """The conflicts of the lines as they stand and in the other order, which must be the same."""
    told_so = told(*lines, top=TOP, statements=VOCABULARY).weighing.conflicts
    if not any(line.startswith("not: ") or NAMES_ANOTHER.search(line) for line in lines):
        turned = told(*reversed(lines), top=TOP, statements=VOCABULARY).weighing.conflicts
        assert {one.kind for one in told_so.values()} == {one.kind for one in turned.values()}
    return set(told_so)


@pytest.mark.parametrize(("name", "lines"), [(n, tuple(r)) for n, *r in MUST_NOT], ids=str)
def test_no_false_alarm(told: Callable[..., Dossier], name: str, lines: tuple[str, ...]) -> None:
    assert conflicts(told, lines) == set(), name


@pytest.mark.parametrize(("name", "lines"), [(n, tuple(r)) for n, *r in MUST], ids=str)
def test_no_conflict_missed(
    told: Callable[..., Dossier], name: str, lines: tuple[str, ...]
) -> None:
    assert len(conflicts(told, lines)) == 1, name


def test_there_are_sixty_of_each_and_no_two_alike() -> None:
    assert len(MUST_NOT) >= 60
    assert len(MUST) >= 60
    for rows in (MUST_NOT, MUST):
        assert len({row[0] for row in rows}) == len({tuple(row[1:]) for row in rows}) == len(rows)
