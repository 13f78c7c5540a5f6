"""Every piece of news has somebody who hears it, or a reason why nobody does (ADR 5)."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import pytest
from django.core import mail
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

import openmash
from openmash.accounts.services import acting_as
from openmash.config.wiring import UNHEARD
from openmash.core import facts
from openmash.core.facts import tell
from openmash.governance.terms import Rung
from openmash.information_requests.facts import AgencyChased
from openmash.intake.facts import ContactReceived
from tests.cast import Cast, maker

PACKAGE = Path(openmash.__file__).parent


@dataclass(frozen=True)
class RoofBlewOff:
    """News of a test, which nobody hears."""


class Trouble(Exception):
    """What ends a transaction badly."""


def every_fact() -> set[type]:
    """Return every fact of every room."""
    rooms = [each.parent.name for each in PACKAGE.glob("*/facts.py") if each.parent.name != "core"]
    modules = [import_module(f"openmash.{each}.facts") for each in rooms]
    return {
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and is_dataclass(each)
    }


def unaccounted(told: set[type]) -> set[type]:
    """Return the facts nobody hears and nobody says why."""
    return {each for each in told if not facts._listeners.get(each) and each not in UNHEARD}


def told_in(source: str) -> Iterator[str]:
    """Yield the name of each fact a module tells."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "tell" and node.args:
            fact = node.args[0]
            yield ast.unparse(fact.func if isinstance(fact, ast.Call) else fact)


def waiting() -> list[str]:
    return sorted(ProcrastinateJob.objects.values_list("task_name", flat=True))


def danger() -> ContactReceived:
    return ContactReceived(uuid4(), uuid4(), immediate_danger=True)


def test_every_fact_is_heard_or_left_unheard_for_a_reason():
    assert len(every_fact()) > 5
    assert unaccounted(every_fact()) == set()


def test_no_fact_is_both():
    assert [each for each in UNHEARD if facts._listeners.get(each)] == []


def test_a_fact_nobody_thought_of_is_found():
    assert unaccounted({RoofBlewOff, ContactReceived}) == {RoofBlewOff}


def test_nothing_but_these_facts_is_told():
    names = {each.__name__ for each in every_fact()}
    services = [*PACKAGE.glob("*/services.py"), *PACKAGE.glob("*/services/**/*.py")]
    told = {name for each in services for name in told_in(each.read_text())}
    ours = {name for name in told if name[:1].isupper()}
    assert len(ours) > 5
    assert ours <= names


@pytest.mark.django_db
def test_news_of_danger_wakes_the_duty_officer_and_acknowledges():
    tell(danger())
    assert waiting() == ["intake.alert_duty", "pathways.acknowledge_contact"]


@pytest.mark.django_db
def test_other_news_of_a_contact_wakes_nobody():
    tell(ContactReceived(uuid4(), uuid4(), immediate_danger=False))
    assert waiting() == ["pathways.acknowledge_contact"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rung", "jobs"),
    [
        (Rung.OWNER, ["information_requests.remind_agency"]),
        (Rung.AGENCY_LEAD, ["information_requests.remind_agency"]),
        (Rung.HUB_MANAGER, []),
    ],
)
def test_an_agency_is_written_to_until_it_is_the_manager_s_turn(rung: Rung, jobs: list[str]):
    tell(AgencyChased(uuid4(), uuid4(), uuid4(), rung.value))
    assert waiting() == jobs


@pytest.mark.django_db
def test_jobs_are_told_ids_and_nothing_else():
    tell(danger())
    for arguments in ProcrastinateJob.objects.values_list("args", flat=True):
        assert set(arguments) == {"hub_id", "contact_id"}


def test_a_job_of_a_transaction_that_is_rolled_back_never_was(committed_db: str):
    with pytest.raises(Trouble):
        tell_and_break()
    assert waiting() == []
    with transaction.atomic():
        tell(danger())
    assert len(waiting()) == 2


def tell_and_break() -> None:
    with transaction.atomic():
        tell(danger())
        raise Trouble


def test_a_worker_runs_what_was_committed_and_only_that(committed_cast: Cast):
    with pytest.raises(Trouble):
        tell_and_break()
    with acting_as(maker(committed_cast.hub)):
        tell(ContactReceived(uuid4(), committed_cast.hub.id, immediate_danger=True))
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
    with app.replace_connector(connector) as worker:
        worker.run_worker(
            wait=False, listen_notify=False, install_signal_handlers=False, queues=["urgent"]
        )
    assert [each.to for each in mail.outbox] == [["duty@rivermead.example"]]
    done = ProcrastinateJob.objects.filter(status="succeeded")
    assert list(done.values_list("task_name", flat=True)) == ["intake.alert_duty"]
