"""Problems as SARIF 2.1.0, the form in which code hosts and editors take the results of checks."""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factbook.diagnostics.manual import Manual
    from factbook.diagnostics.problem import Problem
    from factbook.diagnostics.spot import Located

    Json = dict[str, object]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "factbookRoute/v1"


def as_sarif(
    found: Iterable[tuple[Problem, Located]],
    manuals: Mapping[str, Manual],
    version: str,
    folder: str = "",
) -> str:
    """One log with one run: every rule with its manual, and the problems in the order given.

    `version` is that of Factbook. `folder` leads from the top of the repository to the dossier.
    """
    rules = list(manuals)
    numbers = {rule: number for number, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    results: list[Json] = []
    for problem, located in found:
        print_ = _fingerprint(problem)
        seen[print_] += 1
        result = _result(problem, located, folder)
        if problem.rule in numbers:
            result["ruleIndex"] = numbers[problem.rule]
        result["partialFingerprints"] = {FINGERPRINT: f"{print_}:{seen[print_]}"}
        results.append(result)
    driver = {
        "name": "Factbook",
        "semanticVersion": version,
        "rules": [_rule(manual) for manual in manuals.values()],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rule(manual: Manual) -> Json:
    help_text = "\n\n".join(f"{heading}: {text}" for heading, text in manual.sections)
    marked = "\n\n".join(f"**{heading}:** {text}" for heading, text in manual.sections)
    return {
        "id": manual.rule,
        "shortDescription": {"text": f"{manual.title}."},
        "fullDescription": {"text": f"{manual.finds} {manual.matters}"},
        "help": {"text": help_text, "markdown": marked},
        "defaultConfiguration": {"level": manual.severity.value},
    }


def _result(problem: Problem, located: Located, folder: str) -> Json:
    span = located.span
    path = posixpath.normpath(posixpath.join(folder, problem.spot.path))
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    place: Json = {
        "physicalLocation": {
            "artifactLocation": {
                "uri": quote(path, errors="surrogateescape"),
                "uriBaseId": "%SRCROOT%",
            },
            "region": region,
        }
    }
    if problem.spot.route:
        route = "/".join(str(step) for step in problem.spot.route)
        place["logicalLocations"] = [{"fullyQualifiedName": route}]
    text = f"{problem.message}; {problem.mend}" if problem.mend else problem.message
    return {
        "ruleId": problem.rule,
        "level": problem.severity.value,
        "message": {"text": text},
        "locations": [place],
    }


def _fingerprint(problem: Problem) -> str:
    """What stays the same when lines shift: the rule, the file, and the route in it."""
    parts = [problem.rule, problem.spot.path, *problem.spot.route, problem.spot.words]
    known = json.dumps(parts).encode()
    return hashlib.sha256(known).hexdigest()[:32]
