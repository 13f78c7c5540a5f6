"""Memberships have a wall: one's own, and those of the hubs one works in (trust 2, ADR 7).

Practitioners, hubs and agencies have none: a name on a page of any hub must be readable, and they
say nothing of any concern.
"""

from django.db import migrations

IN_THIS_HUB = "hub_id = any(nullif(current_setting('app.hubs', true), '')::uuid[])"
MINE_OR_MY_HUBS = (
    "practitioner_id = nullif(current_setting('app.practitioner', true), '')::uuid"
    f" or {IN_THIS_HUB}"
)


def _wall(table: str, who: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"alter table {table} enable row level security;"
        f"create policy hub_wall on {table} using ({who}) with check ({who})",
        f"drop policy hub_wall on {table};alter table {table} disable row level security",
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        _wall("accounts_membership", MINE_OR_MY_HUBS),
        _wall("accounts_hubagency", IN_THIS_HUB),
        _wall("accounts_team", IN_THIS_HUB),
    ]
