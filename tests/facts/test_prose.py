from __future__ import annotations

import pytest

from factbook.facts.decoding import ClaimKey
from factbook.facts.prose import mentions


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Eight [@eight], or three [@three].", [("here", "eight"), ("here", "three")]),
        ("Elsewhere [@other#claim].", [("other", "claim")]),
        ("None at all.", []),
        ("[a link](there) and [@one]", [("here", "one")]),
    ],
)
def test_citations_in_prose_name_claims_of_this_file_or_of_others(
    text: str, keys: list[tuple[str, str]]
) -> None:
    assert [mention.key for mention in mentions(text, "here")] == [ClaimKey(*key) for key in keys]
