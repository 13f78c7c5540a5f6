"""Anybody may add to the audit; only those who work in a hub may read what was done there.

The site's role is given neither update nor delete on these tables (see `openmash.config.grants`).
"""

from django.db import migrations

TABLES = ["audit_auditevent", "audit_auditperson", "audit_stated_reason"]
IN_THIS_HUB = "hub_id = any(nullif(current_setting('app.hubs', true), '')::uuid[])"


def _raise_wall(table: str) -> str:
    return (
        f"alter table {table} enable row level security;"
        f"create policy hub_wall on {table} for select using ({IN_THIS_HUB});"
        f"create policy anyone_adds on {table} for insert with check (true)"
    )


def _lower_wall(table: str) -> str:
    return (
        f"drop policy anyone_adds on {table};"
        f"drop policy hub_wall on {table};"
        f"alter table {table} disable row level security"
    )


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunSQL(_raise_wall(each), _lower_wall(each)) for each in TABLES]
