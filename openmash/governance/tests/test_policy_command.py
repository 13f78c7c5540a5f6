"""`openmash policy`: shown, checked, loaded through the service, and its schema published."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from django.utils import timezone

from openmash.audit.models import AuditEvent
from openmash.governance.models import Policy
from openmash.governance.rules import load_preset, preset_names
from openmash.governance.rules.schema import policy_schema_text
from openmash.governance.rules.telling import policy_in_words
from openmash.governance.terms import Edition
from openmash.governance.tests.policies import small_policy

PUBLISHED = Path(__file__).parents[3] / "docs" / "policy.schema.json"


@pytest.fixture
def run(capsys):
    """Run the verb; return what it said, what it complained of, and how it ended."""

    def run(*words):
        try:
            call_command("policy", *words)
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
        told = capsys.readouterr()
        return told.out, told.err, status

    return run


@pytest.fixture
def file(tmp_path):
    def write(policy):
        path = tmp_path / "mere.yaml"
        path.write_text(yaml.safe_dump(policy), encoding="utf-8")
        return str(path)

    return write


def newer(policy):
    return policy | {"version": "2", "title": "A newer policy"}


class TestCheck:
    def test_every_preset_in_both_editions_may_be_used(self, run):
        out, err, status = run("check", "--all")
        assert (err, status) == ("", 0)
        assert len(out.splitlines()) == 2 * len(preset_names())

    def test_a_whole_file_may_be_used(self, run, file):
        out, _err, status = run("check", file(small_policy()))
        assert status == 0
        assert out == "mere.yaml (today): may be used; 2 clocks, 1 outcomes.\n"

    def test_a_file_made_of_the_shipped_parts_may_be_used(self, run, tmp_path):
        source = Path(__file__).parents[1] / "presets" / "london.yaml"
        path = tmp_path / "ours.yaml"
        path.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
        assert run("check", str(path))[2] == 0

    def test_every_flaw_is_told_with_file_path_and_mend(self, run, file):
        policy = small_policy()
        policy["clocks"][0]["allowance"]["amount"] = 2
        policy["outcomes"][0]["decided_by"] = ["moon"]
        out, err, status = run("check", file(policy))
        assert (out, status) == ("", 2)
        assert "mere.yaml, clocks[0].allowance: This allows more" in err
        assert "Allow no more than 1 working day (T1)." in err
        assert "mere.yaml, outcomes[0].decided_by[0]: “moon” is not known." in err

    def test_what_is_neither_a_preset_nor_a_file_is_refused_with_those_there_are(self, run):
        _out, err, status = run("check", "atlantis")
        assert status == 2
        assert "london" in err

    def test_something_must_be_named(self, run):
        assert run("check")[2] == 2


class TestShow:
    def test_a_preset_is_told_in_plain_words(self, run, db):
        out, _err, status = run("show", "london", "--edition", "today")
        assert status == 0
        assert "Information product, Red (Red): 4 hours, from when the checks were started." in out
        assert "Significant harm goes directly to children's social care" in out

    def test_as_described_says_what_is_no_longer_lawful(self, run, db):
        out, _err, _status = run("show", "london", "--edition", "as_described")
        assert "Not current law: " in out
        assert "Only planned: " in out

    def test_a_hub_is_told_by_the_policy_it_works_by(self, run, cast):
        out, _err, status = run("show", cast.hub.slug)
        assert status == 0
        assert f"“{load_preset('london').title}”" in out


class TestLoad:
    def test_it_is_taken_up_through_the_service_and_audited(self, run, file, cast):
        path = file(newer(small_policy()))
        day = timezone.localdate() + timedelta(days=30)
        out, err, status = run("load", cast.hub.slug, path, "--from", day.isoformat())
        assert (err, status) == ("", 0)
        assert "version 2" in out
        policy = Policy.objects.get(hub_id=cast.hub.id, version=2)
        assert policy.document["title"] == "A newer policy"
        assert timezone.localtime(policy.effective_from).date() == day
        event = AuditEvent.objects.get(action="policy.adopted", subject_id=policy.id)
        assert event.details["hash"] == policy.document_hash

    @pytest.mark.parametrize(
        ("days", "words"),
        [(-1, "A policy cannot begin in the past."), (5, "A later policy begins on")],
    )
    def test_it_never_begins_in_the_past_nor_before_another(self, run, file, cast, days, words):
        path = file(newer(small_policy()))
        later = (timezone.localdate() + timedelta(days=9)).isoformat()
        assert run("load", cast.hub.slug, path, "--from", later)[2] == 0
        day = (timezone.localdate() + timedelta(days=days)).isoformat()
        _out, err, status = run("load", cast.hub.slug, "lancashire", "--from", day)
        assert status == 2
        assert words in err

    def test_the_same_policy_is_not_taken_up_twice(self, run, cast):
        tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
        _out, err, status = run("load", cast.hub.slug, "london", "--from", tomorrow)
        assert status == 2
        assert "This is what version 1 says already." in err

    def test_a_hub_that_is_not_there_is_refused(self, run, db):
        _out, err, status = run("load", "atlantis", "london", "--from", date.max.isoformat())
        assert status == 2
        assert "There is no hub “atlantis”." in err


class TestSchema:
    def test_the_published_schema_is_up_to_date(self, run):
        out, _err, _status = run("schema")
        assert out == policy_schema_text()
        mend = "Run `openmash policy schema > docs/policy.schema.json`."
        assert PUBLISHED.read_text(encoding="utf-8") == out, mend

    def test_it_says_what_every_part_is_and_requires_what_a_policy_requires(self):
        schema = json.loads(policy_schema_text())
        assert {"clocks", "outcomes", "ratings"} <= set(schema["required"])
        assert all(each.get("description") for each in schema["$defs"].values())


@pytest.mark.parametrize("name", preset_names())
@pytest.mark.parametrize("edition", list(Edition))
def test_every_line_of_every_policy_in_words_is_a_sentence(name, edition):
    for section in policy_in_words(load_preset(name, edition)):
        for line in section.lines:
            assert line.strip()
            assert not re.search(r"[:,(–] None\b", line)
            assert ".." not in line
            assert line.startswith("  –") or line.endswith((".", "?", "!"))
