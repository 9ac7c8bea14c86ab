"""What other tools run: the hooks of pre-commit, the action for GitHub and the template for GitLab do as they say."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.commands.golden_runs import STUDY

Run = Callable[..., subprocess.CompletedProcess[str]]
KIOSK = "name: Kiosk\ndimension: society\ntime_to_benefit: 6\n"


@pytest.fixture
def shell(tmp_path: Path, root: Path) -> Run:
    """Run a script of bash in a copy of the golden study, with quickwin on the path."""
    study = tmp_path / "a study"
    shutil.copytree(STUDY, study)
    command = tmp_path / "bin" / "quickwin"
    command.parent.mkdir()
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(root / "src"))} exec {sys.executable} -m quickwin "$@"\n'
    )
    command.chmod(0o755)

    def run(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],  # noqa: S607  # as the runners do
            cwd=study,
            env=os.environ | {"PATH": f"{command.parent}:{os.environ['PATH']}"} | variables,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


def document(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_action_tells_findings_and_fails_by_them(shell: Run, root: Path, tmp_path: Path) -> None:
    action = document(root / "action.yml")
    step = next(step for step in action["runs"]["steps"] if step.get("name") == "Check")
    names = {name: re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", given)[1] for name, given in step["env"].items()}  # type: ignore[index]
    usual = {name: str(action["inputs"][given]["default"]) for name, given in names.items()}
    assert "${{" not in step["run"]
    assert shell(step["run"], **usual).returncode == 0
    (tmp_path / "a study" / "programs" / "kiosk.yaml").write_text(KIOSK + "ownr: PDAM\n")
    failed = shell(step["run"], **usual | {"SARIF": "found.sarif"})
    assert failed.returncode == 1
    assert "::error file=programs/kiosk.yaml,line=4,col=1" in failed.stdout
    assert json.loads((tmp_path / "a study" / "found.sarif").read_text())["version"] == "2.1.0"
    assert shell(step["run"], **usual | {"FAIL_ON": "never"}).returncode == 0
    attack = shell(step["run"], **usual | {"PATHS": "$(touch hit) ;touch hit"})
    assert attack.returncode == 2
    assert not (tmp_path / "a study" / "hit").exists()


def test_the_template_for_gitlab_writes_its_reports(shell: Run, root: Path, tmp_path: Path) -> None:
    template = document(root / "templates" / "quickwin.gitlab-ci.yml")
    job, variables = template["quickwin-check"], template["variables"]
    needs, install, *checks = job["script"]
    assert install.startswith("pip install")
    assert shell(needs, **variables).returncode == 2
    assert shell(needs, **variables | {"QUICKWIN_PACKAGE": "git+https://example.org/quickwin"}).returncode == 0
    (tmp_path / "a study" / "programs" / "kiosk.yaml").write_text(KIOSK + "ownr: PDAM\n")
    done = shell("\n".join(checks), **variables)
    assert done.returncode == 1
    for report in job["artifacts"]["reports"].values():
        assert "QW105" in (tmp_path / "a study" / report).read_text()
    (tmp_path / "a study" / "programs" / "kiosk.yaml").write_text(KIOSK)
    assert shell("\n".join(checks), **variables).returncode == 0
    strict = shell("\n".join(checks), **variables | {"QUICKWIN_FAIL_ON": "warning"})
    assert strict.returncode == 1
    assert 'failures="0"' not in (tmp_path / "a study" / "quickwin-junit.xml").read_text().splitlines()[1]


@pytest.mark.parametrize("number", [0, 1])
def test_a_hook_looks_at_the_whole_study(number: int, shell: Run, root: Path, tmp_path: Path) -> None:
    hook = document(root / ".pre-commit-hooks.yaml")[number]
    assert hook["always_run"]
    assert not hook["pass_filenames"]
    (tmp_path / "a study" / "programs" / "kiosk.yaml").write_text(KIOSK + "ownr: PDAM\n")
    done = shell(hook["entry"])
    assert ("QW105" in done.stdout) == ("--fix" not in hook["entry"])


def test_the_settings_for_editors_are_sound(root: Path) -> None:
    text = (root / "docs" / "editors.md").read_text(encoding="utf-8")
    linter, tasks = (json.loads(block) for block in re.findall(r"```json\n(.*?)```", text, re.DOTALL))
    selectors = linter["any-lint.linters"][0]["diagnostic"]["selectors"]
    assert {"diagnostics", "file", "startLine", "startColumn"} <= set(selectors)
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]
    line = "programs/a.yaml:3:7: warning QW401: Its money opens late: too late."
    assert re.search(pattern["regexp"], line)
    found = re.search(pattern["regexp"], line)
    assert found
    assert [found[pattern[key]] for key in ("file", "line", "column", "severity", "code", "message")] == [
        "programs/a.yaml",
        "3",
        "7",
        "warning",
        "QW401",
        "Its money opens late: too late.",
    ]
