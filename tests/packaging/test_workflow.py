"""The workflow of the release asks dev.py for what it has, and puts what comes out where it is looked for."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import dev
from build import __main__ as driver
from build import macos

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / ".github" / "workflows" / "release.yml").read_text("utf-8")
WORKFLOW: dict[Any, Any] = yaml.safe_load(TEXT)
COMMANDS = [step["run"] for job in WORKFLOW["jobs"].values() for step in job["steps"] if "run" in step]


def calls() -> list[list[str]]:
    """The words after dev.py, of each call."""
    return [call.split() for command in COMMANDS for call in re.findall(r"python3? dev\.py (.+)", command)]


def test_it_calls_only_what_dev_py_has() -> None:
    assert len(calls()) >= 4
    assert {words[0] for words in calls()} <= set(dev.VERBS)


def test_every_target_is_built_somewhere() -> None:
    built = {target for verb, *targets in calls() if verb == "build" for target in targets}
    assert built == set(driver.TARGETS)


def test_on_what_a_package_is_for_it_is_built() -> None:
    systems = {name: str(job["runs-on"]) for name, job in WORKFLOW["jobs"].items()}
    assert systems["windows"].startswith("windows-")
    machines = {one["machine"]: one["runner"] for one in WORKFLOW["jobs"]["macos"]["strategy"]["matrix"]["include"]}
    assert set(machines) == {"arm64", "x86_64"}
    assert all(runner.startswith("macos-") for runner in machines.values())


def test_it_can_write_nothing_but_the_draft_of_a_release() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert [name for name, job in WORKFLOW["jobs"].items() if "permissions" in job] == ["draft"]
    assert WORKFLOW["jobs"]["draft"]["needs"] == ["linux", "windows", "macos"]


def test_signing_is_switched_on_by_secrets_alone() -> None:
    (step,) = [step for step in WORKFLOW["jobs"]["macos"]["steps"] if step.get("name") == "Certificate"]
    assert all(value.startswith("${{ secrets.MACOS_") for value in step["env"].values())
    assert 'if [ -z "$CERTIFICATE" ]; then' in step["run"]
    for variable in (macos.IDENTITY, macos.PROFILE):
        assert f"{variable}=" in step["run"]
    for secret in re.findall(r"secrets\.(\w+)", TEXT):
        assert f"`{secret}`" in (ROOT / "docs" / "building.md").read_text("utf-8")


@pytest.mark.parametrize("job", ["linux", "windows", "macos"])
def test_an_upload_of_nothing_fails(job: str) -> None:
    (upload,) = [step for step in WORKFLOW["jobs"][job]["steps"] if "upload-artifact" in step.get("uses", "")]
    assert upload["with"]["if-no-files-found"] == "error"
    assert all(line.startswith("dist/") for line in upload["with"]["path"].split())
