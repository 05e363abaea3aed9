"""Words as they are compared: case, diacritics and the ways to write one Arabic letter are one.

Readers and documents spell alike words differently: with hamza or without, ta marbuta as ha, alef
maksura as ya, with tatweel and vowel signs, with Persian letters and digits, with the article or
without. The page that searches folds what is typed by the same table, which it finds beside the
index.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LETTERS = {
    "ـ": "",
    "ء": "",
    "ة": "ه",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ک": "ك",
    "ھ": "ه",
    "ہ": "ه",
    "ە": "ه",
    "ٱ": "ا",
    "’": "'",
    "ʼ": "'",
    "ʿ": "'",
    "ʾ": "'",
    **{chr(0x0660 + digit): str(digit) for digit in range(10)},
    **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
}
PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال")  # the article, and what is written with it
LEAST = 3  # letters that must be left of a word without its prefix
MOST = 20_000  # words that are kept folded: the same ones stand in many titles
_TABLE = str.maketrans(LETTERS)
_ENDS = re.compile(r"^[^\w]+|[^\w]+$")


@lru_cache(maxsize=MOST)
def folded(word: str) -> str:
    """A word as it is compared; empty for one without letters and digits."""
    plain = "".join(
        one
        for one in unicodedata.normalize("NFKD", word)
        if unicodedata.category(one) not in {"Mn", "Cf"}
    )
    plain = _ENDS.sub("", plain.lower().translate(_TABLE)).replace(" ", "")
    for prefix in PREFIXES:
        if plain.startswith(prefix) and len(plain) >= len(prefix) + LEAST:
            return plain[len(prefix) :]
    return plain


def respelled(text: str) -> list[str]:
    """The words of a text that are compared otherwise than they are written, each once."""
    others = (word for word in text.split() if not word.isascii())
    words = ((_ENDS.sub("", word.lower()), folded(word)) for word in others)
    return list(dict.fromkeys(plain for word, plain in words if plain and plain != word))
