"""What is proposed for made-up documents, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factbook.evidence.lineage.decided import by_decision, check_decisions
from factbook.evidence.lineage.proposal import Proposal
from factbook.evidence.lineage.proposing import told_apart
from factbook.facts.dates import parse_date
from factbook.facts.decisions import Decision, read_decisions
from factbook.reading.document import Document, parse_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Protocol

    from factbook.dossier import Dossier
    from factbook.evidence.lineage.proposing import Found

    class Archived(Protocol):
        """What the fixture makes."""

        dossier: Dossier
        found: Found
        told: list[tuple[str, frozenset[str]]]
        texts: Mapping[str, str]


BODY = (
    "The fire began in the east wing of the market hall shortly after four in the morning and spread "
    "through three rows of stalls before the first engine arrived. Two men who slept above the fish "
    "stalls were carried out by neighbours, and the roof came down an hour later while pumps were "
    "still being moved along the quay towards the burning end of the building."
)
STOCK = "Officials blame a rival guild for regular fires in the old halls of the harbour towns, and no guild has claimed any of them"
SPEECH = "We shall rebuild the hall on the same ground with the same stones and nobody will pay for it twice"
DAYS = {"early": "published: 2031-03-15", "late": "published: 2031-03-16"}
ACTORS = "--- actors/mayor.yaml\ntitle: Mayor Ruun\nkind: person\n--- actors/guild.yaml\ntitle: Guild\nkind: organisation\n"
PAIR = frozenset({"early", "late"})


def other_words(seed: str) -> str:
    return " ".join(f"{seed}{number}" for number in range(150))


def test_a_copy_is_proposed_with_its_direction(archived: Callable[..., Archived]) -> None:
    made = archived("", DAYS, early=f"{BODY} {other_words('a')}", late=f"{other_words('b')} {BODY}")
    [one] = made.found.proposals
    assert (one.kind, one.one, one.other, one.certainty) == (
        "derives_from",
        "late",
        "early",
        "probable",
    )
    assert one.directed
    assert "late was published later" in one.because
    [both] = one.beside
    assert (both.one.text + ".", both.other.source) == (BODY, "early")


def test_without_dates_the_direction_is_open(archived: Callable[..., Archived]) -> None:
    [one] = archived(early=BODY, late=f"{BODY} Again.").found.proposals
    assert (one.kind, one.certainty, one.directed) == ("derives_from", "probable", False)
    assert "their dates do not say" in one.because


def test_the_id_is_the_same_whatever_the_direction(archived: Callable[..., Archived]) -> None:
    [one] = archived("", DAYS, early=BODY, late=BODY).found.proposals
    [other] = archived(early=BODY, late=BODY).found.proposals
    assert one.id == other.id == one.reversed().id


def test_what_the_dossier_says_is_not_proposed(archived: Callable[..., Archived]) -> None:
    fields = {"late": "published: unknown\nderives_from: [between]"}
    between = "--- sources/between.yaml\ntitle: B\npublisher: unknown\npublished: unknown\nderives_from: [early]\n"
    assert archived(between, fields, early=BODY, late=BODY).told == []


def test_what_follows_from_a_possible_link_is_proposed_all_the_same(
    archived: Callable[..., Archived],
) -> None:
    fields = {
        "late": "published: unknown\nderives_from: [{source: between, certainty: possible, because: b}]"
    }
    between = "--- sources/between.yaml\ntitle: B\npublisher: unknown\npublished: unknown\nderives_from: [early]\n"
    assert archived(between, fields, early=BODY, late=BODY).told == [("derives_from", PAIR)]
    direct = {"late": fields["late"].replace("between", "early")}
    assert archived("", direct, early=BODY, late=BODY).told == []


def test_two_links_whose_short_ids_are_the_same_are_both_there() -> None:
    one = Proposal("derives_from", "mek", "hiael", "possible", "b", ())
    other = Proposal("derives_from", "ippm", "bcj", "possible", "b", ())
    assert one.id == other.id == "d-101e1494"
    apart = told_apart([one, other, one.reversed()])
    assert [(each.one, each.id) for each in apart] == [("hiael", one.id), ("ippm", f"{one.id}-2")]


def test_a_rewrite_in_other_words_is_not_proposed(archived: Callable[..., Archived]) -> None:
    rewrite = (
        "Flames broke out on the hall's eastern side just past four. By the time crews had come, three "
        "rows of booths were lost; neighbours saved two sleepers, and the roof fell within the hour."
    )
    assert archived(early=BODY, late=rewrite).told == []


def test_a_common_quotation_is_no_derivation(archived: Callable[..., Archived]) -> None:
    made = archived(
        early=f"{other_words('a')} “{SPEECH},” he said.",
        late=f"He said: “{SPEECH}.” {other_words('b')}",
    )
    assert made.told == [("common quotation", PAIR)]


def test_words_that_both_cite_as_one_statement_are_a_quotation(
    archived: Callable[..., Archived],
) -> None:
    facts = f"""{ACTORS}--- statements/said.yaml
title: Speech
by: mayor
on: unknown
claims:
  all: {{attribute: damage, value: rebuilt, stated_in: said, cite: [{{source: early, quote: "{SPEECH}"}}, {{source: late, quote: "{SPEECH}"}}]}}
"""
    made = archived(
        facts,
        early=f"{other_words('a')} {SPEECH}.",
        late=f"{SPEECH}: so the mayor. {other_words('b')}",
    )
    assert made.told == [("common quotation", PAIR)]


def test_one_stock_sentence_is_no_evidence_of_one_event(archived: Callable[..., Archived]) -> None:
    late = STOCK.replace("a rival guild", "the rival guilds").replace("any of them", "it")
    made = archived(early=f"{other_words('a')}. {STOCK}.", late=f"{other_words('b')}. {late}.")
    [one] = made.found.proposals
    assert one.kind == "stock wording"
    assert "says nothing of whether they tell of the same event" in one.because


def test_boilerplate_in_all_documents_is_not_proposed(archived: Callable[..., Archived]) -> None:
    made = archived(**{f"d{n}": f"{other_words(chr(97 + n))}\n\n{STOCK}" for n in range(8)})
    assert made.told == []


def test_a_translation_is_possible_by_its_names_and_figures(
    archived: Callable[..., Archived],
) -> None:
    actors = """--- actors/mayor.yaml
title: Mayor Ruun
names: [{name: العمدة رون, language: ar}]
--- places/hall.yaml
title: Market Hall
names: [{name: قاعة السوق, language: ar}]
--- places/port.yaml
title: Port Vell
names: [{name: ميناء فيل, language: ar}]
"""
    english = "On 14 March a fire in the Market Hall hurt 23 people, Mayor Ruun said. 6 engines came from Port Vell."
    arabic = "في 14 من الشهر أصاب حريق في قاعة السوق 23 شخصاً كما قال العمدة رون وجاءت 6 سيارات من ميناء فيل"
    fields = {
        "early": "published: 2031-03-15\nlanguage: en",
        "late": "published: 2031-03-16\nlanguage: ar",
    }
    [one] = archived(actors, fields, early=english, late=arabic).found.proposals
    assert (one.kind, one.one, one.certainty) == ("derives_from", "late", "possible")
    assert "14, Market Hall, 23, Mayor Ruun, 6, Port Vell" in one.because
    assert archived(actors, early=english, late=arabic).told == []  # of two languages nobody says


def test_documents_without_a_text_are_named(archived: Callable[..., Archived]) -> None:
    lost = "--- sources/lost.yaml\ntitle: Lost\npublisher: unknown\npublished: unknown\n"
    assert archived(lost, early="a").found.missing == ("lost",)


def test_what_was_decided_waits_again_when_its_texts_change(
    archived: Callable[..., Archived],
) -> None:
    [one] = archived(early=BODY, late=BODY).found.proposals
    decision = Decision(
        decided="refused",
        kind=one.kind,
        of=("early", "late"),
        because="b",
        on=parse_date("2031-05-09"),
        texts=one.texts,
    )
    assert by_decision([one], {"d-0": decision}).decided == ((one, decision),)
    [changed] = archived(early=BODY.replace("roof", "tower"), late=BODY).found.proposals
    assert by_decision([changed], {"d-0": decision}).changed == (changed,)
    assert by_decision([one], {}).open == (one,)


CLAIM = f"""{ACTORS}--- statements/said.yaml
title: Speech
by: mayor
on: 2031-03-14
--- incidents/fire.yaml
title: Fire
claims:
  c: {{attribute: damage, value: rebuilt, stated_in: said, cite: [{{source: early, quote: rebuilt}}]}}
"""


def decisions(of: str) -> Document:
    text = f"decisions:\n  d-1: {{decided: refused, kind: echoes, of: {of}, because: b, on: 2031-05-09, texts: t}}\n"
    made = parse_file("facts/lineage.yaml", text.encode())
    assert isinstance(made, Document)
    return made


def test_an_idle_decision_is_reported_and_a_broken_file_too(
    archived: Callable[..., Archived],
) -> None:
    ledger = archived(CLAIM, early="a").dossier.ledger
    assert check_decisions(decisions("[early, said, fire#c, fire#c@0]"), ledger) == []
    found = check_decisions(decisions("[lost, fire#x, fire#c@1]"), ledger)
    assert [(one.rule, one.spot.route[-1]) for one in found] == [
        ("idle-decision", 0),
        ("idle-decision", 1),
        ("idle-decision", 2),
    ]
    broken = parse_file("facts/lineage.yaml", b"decisions: {d-1: {decided: perhaps}}\n")
    assert isinstance(broken, Document)
    assert {one.rule for one in check_decisions(broken, ledger)} >= {"missing-key"}
    assert read_decisions(None) == ({}, [])
