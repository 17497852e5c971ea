"""Jobs and what is told of them survive their way through JSON."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.imports import FileReport, ImportReport, Outcome, Phase, Place, Problem, Step
from bluebook_desktop.errors import UsageError
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.import_jobs import (
    Action,
    Job,
    Message,
    report_from_json,
    report_to_json,
    run_job,
    step_from_json,
    step_to_json,
)

PATHS = st.text(min_size=1).filter(lambda text: "\0" not in text).map(Path)
PLACES = st.builds(Place, st.text(), st.text())
PROBLEMS = st.builds(Problem, st.integers(), st.text(), st.integers())
REPORTS = st.builds(
    FileReport,
    PATHS,
    st.sampled_from(Outcome),
    st.text(),
    st.text(),
    st.integers(),
    st.integers(),
    st.dictionaries(st.text(), st.integers()),
    st.lists(PROBLEMS).map(tuple),
    st.text(),
    st.text(),
    st.text(),
    PLACES,
)


def there_and_back(message: Message) -> Message:
    return json.loads(json.dumps(message).encode("ascii"))


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of a report
@given(st.builds(ImportReport, st.lists(REPORTS, max_size=3).map(tuple), st.lists(st.text()).map(tuple)))
def test_a_report_is_the_same_again(report: ImportReport) -> None:
    assert report_from_json(there_and_back(report_to_json(report))) == report


@given(st.builds(Step, st.sampled_from(Phase), st.integers(), st.integers(), st.none() | PATHS, st.none() | REPORTS))
def test_a_step_is_the_same_again(step: Step) -> None:
    assert step_from_json(there_and_back(step_to_json(step))) == step


@given(
    st.builds(
        Job,
        st.sampled_from(Action),
        st.lists(PATHS).map(tuple),
        st.dictionaries(PATHS, PLACES),
        st.lists(st.text()).map(tuple),
    )
)
def test_a_job_is_the_same_again(job: Job) -> None:
    assert Job.from_json(there_and_back(job.to_json())) == job


def test_a_file_whose_name_is_no_unicode_is_named_all_the_same() -> None:
    job = Job(Action.LOOK, (Path(b"caf\xe9.txt".decode("utf-8", "surrogateescape")),))
    assert Job.from_json(there_and_back(job.to_json())) == job


@pytest.mark.parametrize("value", [None, [], {}, {"action": "look"}, {"action": "look", "paths": 3}])
def test_what_is_no_job_is_refused(value: Message) -> None:
    with pytest.raises(UsageError, match="That is no job for an import"):
        Job.from_json(value)


def test_sections_are_removed_in_one_go_or_not_at_all(tmp_path: Path) -> None:
    home = tmp_path / "home"
    folders = UserFolders(data=home, config=home, log=home / "log")
    paths = [tmp_path / f"{number}.txt" for number in (1, 2)]
    for path in paths:
        path.write_text(f"A letter of the number {path.stem}.\n", "utf-8")
    told: list[Message] = []
    assert run_job(folders, Job(Action.IMPORT, tuple(paths)), told.append)
    assert not run_job(folders, Job(Action.REMOVE, sections=("other-en/1", "other-en/7")), told.append)
    assert told[-1] == {"kind": "failed", "sentence": "The library has no other-en/7."}
    assert run_job(folders, Job(Action.REMOVE, sections=("other-en/1", "other-en/2")), told.append)
    assert told[-1] == {"kind": "removed", "sections": ["other-en/1", "other-en/2"], "notices": []}
