"""The second wall: a hub's rows are seen only by those who work in that hub (trust 2, ADR 7).

A column is compared with the transaction's setting and nothing more: that keeps indexes in use. An
unset setting is the empty string on a warm connection, which `nullif` turns into "no rows".
"""

from django.db import migrations

TABLES = [
    "information_requests_chaser",
    "information_requests_codemove",
    "information_requests_formofwords",
    "information_requests_informationrequest",
    "information_requests_item",
    "information_requests_requestperson",
    "information_requests_return",
    "information_requests_spoken",
]
IN_THIS_HUB = "hub_id = any(nullif(current_setting('app.hubs', true), '')::uuid[])"


def _raise_wall(table: str) -> str:
    return (
        f"alter table {table} enable row level security;"
        f"create policy hub_wall on {table} using ({IN_THIS_HUB}) with check ({IN_THIS_HUB})"
    )


def _lower_wall(table: str) -> str:
    return f"drop policy hub_wall on {table};alter table {table} disable row level security"


class Migration(migrations.Migration):
    dependencies = [("information_requests", "0001_initial")]

    operations = [migrations.RunSQL(_raise_wall(each), _lower_wall(each)) for each in TABLES]
