"""Every job of the site: it sees by itself, it may run twice, and its letters name nobody."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from uuid import UUID

import pytest
from django.apps import apps
from django.core import mail
from django.db.models import Model
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from openmash.accounts.services import act_as, know_nobody
from openmash.governance.models import Clock, ClockRung
from openmash.information_requests import jobs as request_jobs
from openmash.information_requests.models import Chaser
from tests.cast import Cast, maker
from tests.story import Story

Ids = Mapping[str, object]
JOBS: dict[str, Callable[[Story], Ids]] = {
    "intake.alert_duty": lambda story: {"contact_id": story.arrived.id},
    "intake.forget_late_drafts": lambda story: {},
    "pathways.acknowledge_contact": lambda story: {"contact_id": story.arrived.id},
    "pathways.prepare_feedback": lambda story: {"decision_id": story.decision.id},
    "pathways.prepare_answer": lambda story: {
        "contact_id": story.arrived.id,
        "ending_id": UUID(int=2),
    },
    "pathways.set_aside": lambda story: {"decision_id": story.decision.id},
    "pathways.tell_referrer_there_is_news": lambda story: {"feedback_id": story.feedback.id},
    "information_requests.tell_agency_it_was_asked": lambda story: {"request_id": story.request.id},
    "information_requests.remind_agency": lambda story: {
        "request_id": story.request.id,
        "chaser_id": UUID(int=1),
    },
    "information_requests.chase_late_requests": lambda story: {},
    "information_requests.keep_due_times": lambda story: {},
    "pathways.keep_due_times": lambda story: {},
    "governance.climb_ladders": lambda story: {},
    "insight.tell_of_rungs": lambda story: {"climb_id": last_climb(story)},
}
PERIODIC = [
    "information_requests.chase_every_hub",
    "intake.forget_in_every_hub",
    "governance.climb_every_hub",
]
SECRETS = ("Maya", "Dobson", "Lesley", "Alder Row", "ZX9", "Lee Ashworth", "K-", "C-")


def last_climb(story: Story) -> UUID:
    """Return the last climb of the hub's ladder, or one that never was."""
    rung = ClockRung.objects.filter(hub_id=story.case.hub_id).order_by("reached_at").last()
    return rung.climb_id if rung else UUID(int=1)


def run(name: str, story: Story, cast: Cast) -> None:
    """Run a job as a worker would: told ids, and seeing nothing it does not ask to see."""
    act_as(maker(cast.hub))
    ids = {"hub_id": cast.hub.id, **JOBS[name](story)}
    know_nobody()
    app.tasks[name].func(**{key: str(value) for key, value in ids.items()})


def rows(cast: Cast) -> dict[str, int]:
    """Count what there is in every table of ours, the queue among them."""
    act_as(maker(cast.hub, cast.elsewhere))
    ours = [each for each in apps.get_models() if each.__module__.startswith("openmash.")]
    models: list[type[Model]] = [*ours, ProcrastinateJob]
    return {each.__name__: each._default_manager.count() for each in models}


def ours() -> set[str]:
    return {name for name in app.tasks if "procrastinate" not in name}


def test_every_job_is_tried_here():
    assert ours() == set(JOBS) | set(PERIODIC)


def test_a_second_run_changes_nothing(cast: Cast, story: Story):
    changed = []
    for name in JOBS:
        run(name, story, cast)
        once, letters = rows(cast), [each.extra_headers for each in mail.outbox]
        run(name, story, cast)
        again = [each for each in mail.outbox if each.extra_headers not in letters]
        if again or rows(cast) != once:
            changed.append(name)
    assert changed == []


def test_no_letter_names_anybody(cast: Cast, story: Story):
    for name in JOBS:
        run(name, story, cast)
    assert len(mail.outbox) >= 3
    for letter in mail.outbox:
        whole = f"{letter.subject} {letter.body} {letter.extra_headers}"
        assert [each for each in SECRETS if each in whole] == []


def test_an_agency_hears_that_it_was_asked(cast: Cast, story: Story):
    run("information_requests.tell_agency_it_was_asked", story, cast)
    (letter,) = mail.outbox
    assert letter.to == ["health@hub.example"]
    assert "asked your agency" in letter.subject


def test_an_agency_that_has_answered_is_not_written_to(cast: Cast, story: Story):
    request_jobs.tell_agency_it_was_asked.func(
        hub_id=str(cast.hub.id), request_id=str(story.item.of_return.request_id)
    )
    assert mail.outbox == []


def test_what_is_late_is_chased_once_a_rung(cast: Cast, story: Story, monkeypatch):
    late = story.request.due_at + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)
    run("information_requests.chase_late_requests", story, cast)
    act_as(maker(cast.hub))
    assert sorted(Chaser.objects.values_list("rung", flat=True)) == [1, 2, 3]
    reminders = ProcrastinateJob.objects.filter(task_name="information_requests.remind_agency")
    assert reminders.count() == 2  # the last rung is the hub's own manager's


CLOCK = {
    "governance.climb_every_hub": "*/5 * * * *",
    "information_requests.chase_every_hub": "*/5 * * * *",
    "intake.forget_in_every_hub": "17 * * * *",
}
FOR_EACH_HUB = {
    "governance.climb_every_hub": "governance.climb_ladders",
    "information_requests.chase_every_hub": "information_requests.chase_late_requests",
    "intake.forget_in_every_hub": "intake.forget_late_drafts",
}


@pytest.mark.parametrize("name", PERIODIC)
def test_what_runs_by_the_clock_gives_each_hub_a_job_of_its_own(cast: Cast, name: str):
    app.tasks[name].func(timestamp=0)
    asked = ProcrastinateJob.objects.filter(task_name=FOR_EACH_HUB[name])
    hubs = {each["hub_id"] for each in asked.values_list("args", flat=True)}
    assert hubs == {str(cast.hub.id), str(cast.elsewhere.id)}


def test_they_are_on_the_clock():
    on_it = app.periodic_registry.periodic_tasks.values()
    assert {each.task.name: each.cron for each in on_it} == CLOCK


def test_what_runs_out_is_told_once_to_whoever_it_waits_for(cast: Cast, story: Story, monkeypatch):
    late = story.request.due_at + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)
    run("governance.climb_ladders", story, cast)
    run("governance.climb_ladders", story, cast)
    run("insight.tell_of_rungs", story, cast)
    told = {letter.to[0]: letter.subject for letter in mail.outbox}
    assert set(told) >= {"fay@hub.example", "csc@hub.example"}
    assert all("running out" in each for each in told.values())
    assert len(mail.outbox) == len(told)


@pytest.mark.parametrize("name", ["information_requests.keep_due_times", "pathways.keep_due_times"])
def test_a_copy_of_a_due_time_follows_its_clock(cast: Cast, story: Story, name: str):
    act_as(maker(cast.hub))
    row = story.feedback if name.startswith("pathways") else story.request
    clock = Clock.objects.get(about_id=row.id, stopped_at=None)
    later = clock.due_at + timedelta(days=1)
    Clock.objects.filter(id=clock.id).update(due_at=later)
    run(name, story, cast)
    act_as(maker(cast.hub))
    row.refresh_from_db()
    assert row.due_at == later
