"""The clock that climbs the hub's ladder (A6.3). Jobs take ids, and may safely run twice."""

from django.utils import timezone
from procrastinate.contrib.django import app

from openmash.accounts.selectors import every_hub, hub_numbered, job_viewer
from openmash.accounts.services import acting_as
from openmash.governance import services


@app.periodic(cron="*/5 * * * *", periodic_id="governance.climb")
@app.task(name="governance.climb_every_hub", queueing_lock="governance.climb_every_hub")
def climb_every_hub(timestamp: int) -> None:
    """Give each hub a job of its own, so that trouble in one leaves the others told (A6.3)."""
    for hub in every_hub():
        climb_ladders.defer(hub_id=str(hub.id))


@app.task(name="governance.climb_ladders", retry=5)
def climb_ladders(*, hub_id: str) -> None:
    """Note every rung of the hub's ladder that a time limit has reached, once a rung."""
    hub = hub_numbered(hub_id)
    viewer = job_viewer([hub], name="Time limits")
    with acting_as(viewer):
        services.climb_ladders(by=viewer, hub_id=hub.id, at=timezone.now())
