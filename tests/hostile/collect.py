"""The YAML test suite → `yaml_test_suite.json`, with the signs in its texts resolved as its ReadMe says.

By hand, with a clone of https://github.com/yaml/yaml-test-suite (its git folder is enough):
`python -m tests.hostile.collect CLONE`, from the checkout. The suite's licence is written beside it.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
SUITE = HERE / "yaml_test_suite.json"
LICENCE = HERE / "yaml_test_suite.LICENSE"
SIGNS = ((r"␣", " "), (r"—*»", "\t"), (r"←", "\r"), (r"⇔", "\ufeff"), (r"↵", ""), (r"∎\n\Z", ""))
INHERITED = ("name", "yaml", "json")
"""What a test of several in a file takes from the one before it where it does not say so itself."""


def git(clone: Path, *words: str) -> str:
    """What git says of a clone."""
    command = [shutil.which("git") or "git", "-C", str(clone), *words]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def resolved(text: str) -> str:
    """A text of the suite without the signs that stand for what cannot be seen."""
    for sign, meant in SIGNS:
        text = re.sub(sign, meant, text)
    return text


def tests_of(clone: Path, commit: str) -> Iterator[dict[str, Any]]:
    """Every test: id, name, whether it must fail, the text, and the documents in it as JSON has them."""
    for file in git(clone, "ls-tree", "--name-only", f"{commit}:src").split():
        tests = yaml.safe_load(git(clone, "show", f"{commit}:src/{file}"))
        before: dict[str, Any] = {}
        for number, test in enumerate(tests):
            whole = {**{key: before[key] for key in INHERITED if key in before}, **test}
            before = whole
            id = file.removesuffix(".yaml") + (f"/{number}" if len(tests) > 1 else "")
            one = {"id": id, "name": whole["name"], "fails": "fail" in test, "yaml": resolved(whole["yaml"])}
            if whole.get("json") is not None and "fail" not in test:
                one["documents"] = documents(resolved(whole["json"]))
            yield one


def documents(text: str) -> list[Any]:
    """The JSON values that stand one behind the other in a text."""
    found, at, decoder = [], 0, json.JSONDecoder()
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        value, at = decoder.raw_decode(text, at)
        found.append(value)
    return found


def main(clone: Path) -> None:
    """Write the suite and its licence."""
    commit = git(clone, "rev-parse", "HEAD").strip()
    suite = {
        "source": "https://github.com/yaml/yaml-test-suite",
        "commit": commit,
        "licence": LICENCE.name,
        "tests": list(tests_of(clone, commit)),
    }
    SUITE.write_text(json.dumps(suite, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    LICENCE.write_text(git(clone, "show", f"{commit}:License"), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
