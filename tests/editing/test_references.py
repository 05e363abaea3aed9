from __future__ import annotations

from factbook.editing.references import CLAIMS, CONFLICTS, NAMES, PROSE, VALUES
from factbook.facts.fields import text_fields

# Words that name nothing: a new field of the model must be put here or among the references.
WORDS = {
    *((record, "title") for record in ("Actor", "Incident", "Place", "Source", "Statement")),
    *(
        (record, "moved_from")
        for record in ("Actor", "ClaimEntry", "Incident", "Place", "Source", "Statement")
    ),
    *(("Citation", field) for field in ("locator", "named_as", "prefix", "quote", "suffix")),
    *(("ClaimEntry", field) for field in ("attribute", "hedge", "of")),
    *(("Name", field) for field in ("language", "name", "script")),
    *(("Source", field) for field in ("archive_url", "language", "url")),
    *(("Unnamed", field) for field in ("same_as", "unnamed")),
    *(("EarlierSnapshot", field) for field in ("media_type", "sha256")),
    *(("Decision", field) for field in ("kind", "texts")),
    ("Assessment", "attribute"),
    ("Incident", "kind"),
    ("Place", "kind"),
    ("Side", "label"),
    ("Snapshot", "media_type"),
    ("Snapshot", "sha256"),
    ("Statement", "channel"),
    ("Translation", "text"),
    ("Whereabouts", "label"),
}
OF_THE_VOCABULARY = {"Attribute", "Axis", "NumberWord", "Term", "VocabularyFile"}


def test_every_text_of_the_model_is_known_as_a_reference_or_as_words() -> None:
    kinds = [NAMES, CLAIMS, PROSE, VALUES, CONFLICTS, WORDS]
    fields = {one for one in text_fields() if one[0] not in OF_THE_VOCABULARY}
    assert fields - set().union(*kinds) == set()
    assert sum(map(len, kinds)) == len(set().union(*kinds))
