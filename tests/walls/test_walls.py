"""The second wall, tried in raw SQL as the site's own role: a hub's rows stay in the hub."""

import psycopg
import pytest
from psycopg import sql

from openmash.config import diagnosis
from tests.walls.detector import Hubs, Site, breaches, seeing, tables_with_hub_data

FAULTS = {
    "a policy is dropped": "DROP POLICY hub_wall ON cases_case",
    "row-level security is switched off": "ALTER TABLE cases_case DISABLE ROW LEVEL SECURITY",
    "a policy lets everything through": (
        "ALTER POLICY hub_wall ON cases_case USING (true) WITH CHECK (true)"
    ),
    "a policy lets everything be read": "CREATE POLICY leak ON cases_case FOR SELECT USING (true)",
    "a policy forgets what is written": "ALTER POLICY hub_wall ON cases_case WITH CHECK (true)",
}


def test_the_site_s_role_is_bound_by_the_wall(site: Site):
    question = "SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
    with site.connection() as connection:
        assert connection.execute(question).fetchone() == ("app_rw", False, False)


def test_nothing_gets_past_the_wall_of_any_table(site: Site, tables: list[str], hubs: Hubs):
    assert len(tables) > 40
    assert [breach for table in tables for breach in breaches(site, table, hubs)] == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_a_wall_is_found(
    fault: str, owner: psycopg.Connection, site: Site, tables: list[str], hubs: Hubs
):
    owner.execute(FAULTS[fault])
    assert [table for table in tables if breaches(site, table, hubs)] == ["cases_case"]


def test_a_new_table_without_a_wall_is_found_without_being_listed(
    owner: psycopg.Connection, site: Site, hubs: Hubs
):
    owner.execute("CREATE TABLE tomorrow (hub_id uuid)")
    owner.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON tomorrow TO app_rw")
    owner.execute("INSERT INTO tomorrow VALUES (%s), (%s)", [hubs.ours, hubs.theirs])
    assert "tomorrow" in tables_with_hub_data(owner)
    assert len(breaches(site, "tomorrow", hubs)) == 5
    assert "tomorrow" in " ".join(each.words for each in diagnosis.about_walls())


@pytest.mark.parametrize("deed", ["UPDATE {} SET hub_id = NULL", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_audit_can_be_added_to_and_never_changed(
    deed: str, site: Site, tables: list[str], hubs: Hubs
):
    audit = [each for each in tables if each.startswith("audit_")]
    assert len(audit) == 3
    for table in audit:
        command = sql.SQL(deed).format(sql.Identifier(table))
        with (
            site.connection() as connection,
            seeing(connection, hubs.ours),
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute(command)


def test_no_table_can_be_emptied_by_the_site(site: Site, tables: list[str]):
    for table in tables:
        command = sql.SQL("TRUNCATE {}").format(sql.Identifier(table))
        with site.connection() as connection:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(command)
            connection.rollback()
