from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from factbook.reading.parser import parse
from factbook.reading.plain import parse_plain
from factbook.reading.refusal import RefusedError

FACTS = sorted((Path(__file__).parent.parent.parent / "facts").rglob("*.yaml"))
SEEDS = int(os.environ.get("FUZZ_SEEDS", "20"))
PLAIN = {
    "values": "a: 1\nb: x y\nc: no\nd: 12:30\n",
    "nothing": "a:\nb: x\n",
    "nothing at the end": "a: x\nb:\n",
    "quoted": "a: 'x: y'\nb: \"# no\"\nc: ''\n",
    "blank lines and comments": "# top\n\na: x\n# between\nb: y\n\n",
    "mapping": "a:\n  b: x\n  c: y\nd: z\n",
    "deeper by more": "a:\n    b: x\nc: y\n",
    "list below its key": "a:\n  - x\n  - y\nb: z\n",
    "list in the column of its key": "a:\n- x\n- y\nb: z\n",
    "list of mappings": "a:\n  - b: x\n    c: y\n  - b: z\nd: w\n",
    "list in a list of mappings": "a:\n  - b:\n      - x\n    c:\n    - y\n",
    "simple list": "a: [x, y z]\nb: [ x ]\n",
    "simple mapping": "a: {b: x, c: y z}\n",
    "literal block": "a: |\n  x: y\n\n    # z\n\nb: w\n",
    "literal block at the end": "a: |\n  x\n",
    "literal block without a last line end": "a: |\n  x",
    "literal block in a list": "a:\n  - |\n    x\n  - y\n",
    "stripped block": "a: |-\n  x\n\nb: y\n",
    "folded block": "a: >\n  x\n  y\n\nb: z\n",
    "folded and stripped block": "a: >-\n  x\n  y: z\n",
    "a comment behind": "a: x y  # z: w\nb: x#y\n",
    "Arabic": "a: سقطت الصواريخ\nb: [نعم, لا]\n",
    "trailing spaces": "a: x  \nb:  \n  c: y\n",
}
LEFT = {
    "a value over two lines": "a: x\n  y\n",
    "a value over two lines in a list": "a:\n  - x\n   y\n",
    "a paragraph in what is folded": "a: >\n  x\n\n  y\n",
    "a line further in in what is folded": "a: >\n  x\n    y\n",
    "all line ends kept": "a: |+\n  x\n",
    "escapes": 'a: "x\\ny"\n',
    "a colon in it": "a: x: y\n",
    "a key twice": "a: x\na: y\n",
    "an anchor": "a: &x y\n",
    "a tag": "a: !x y\n",
    "a tab": "a:\tx\n",
    "a line separator": "a: x\u2028y\n",
    "two documents": "a: x\n---\nb: y\n",
    "a list": "- x\n",
    "a word": "x\n",
    "nothing at all": "",
    "only a comment": "# x\n",
    "lists in lists": "a:\n  - - x\n",
    "flow in flow": "a: [{b: x}]\n",
    "spaces alone in a block": "a: |\n  x\n   \n  y\n",
    "a first line further in": "a: |\n    x\n  y\n",
    "out of line": "a:\n    b: x\n  c: y\n",
    "an entry that begins further in": "a: x\n  b: y\n",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN.keys())
def test_what_is_plain_is_read_as_the_parser_reads_it(text: str) -> None:
    assert parse_plain(text) == parse(text)


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT.keys())
def test_what_is_not_plain_beyond_doubt_is_left_to_the_parser(text: str) -> None:
    assert parse_plain(text) is None


PIECES = (
    *(
        "\n",
        "  ",
        " ",
        "- ",
        "-",
        ": ",
        ":",
        "#",
        " #",
        "|",
        ">",
        "'",
        '"',
        "[",
        "]",
        "{",
        "}",
        ",",
    ),
    *(
        "x",
        "a: ",
        "a:\n",
        "&",
        "*",
        "!",
        "%",
        "@",
        "?",
        "---\n",
        "...\n",
        "\t",
        "\\",
        "é",
        "\u2028",
    ),
    *(
        "\xa0",
        "\n\n",
        "\n   ",
        "null",
        "~",
        "=",
        "<<: ",
        "- a: x\n",
        "|\n  x\n",
        "[x, y]",
        "{a: x}",
    ),
)


def _mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 1, 2, 8)))
        text = text[:start] + chance.choice(PIECES) + text[end:]
    return text


@pytest.mark.parametrize("seed", range(SEEDS))
def test_both_ways_of_reading_agree_on_mutated_files(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    texts = [*PLAIN.values(), *LEFT.values()]
    texts += ["\n".join(path.read_text(encoding="utf-8").split("\n")[:30]) for path in FACTS[::6]]
    read = 0
    for text in texts * 8:
        changed = _mutated(text, chance)
        data = parse_plain(changed)
        if data is None:
            continue
        read += 1
        try:
            expected = parse(changed)
        except RefusedError as error:
            pytest.fail(f"the parser refuses {changed!r}: {error.message}")
        assert data == expected, changed
        assert list(data) == list(expected), changed
    assert read > 10
