"""What the site's role may do in the database: read and write rows, and no more (trust 2, 3).

Given again after every migration, so that a new table is never forgotten and never too open.
"""

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

GRANTS = """
GRANT USAGE ON SCHEMA public TO {site};
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {site};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {site};
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {site};
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {site};
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {site};
"""
AUDIT_TABLES = (
    "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename ~ '^audit_'"
)
APPEND_ONLY = "REVOKE UPDATE, DELETE ON {table} FROM {site};"


def grant_to_site(connection: BaseDatabaseWrapper, site: str) -> None:
    """Give the role `site` exactly its rights; audit tables can be added to and read only."""
    role = sql.Identifier(site)
    with connection.cursor() as cursor:
        cursor.execute(AUDIT_TABLES)
        audit = [sql.Identifier(name) for (name,) in cursor.fetchall()]
        commands = [sql.SQL(GRANTS).format(site=role)]
        commands += [sql.SQL(APPEND_ONLY).format(table=each, site=role) for each in audit]
        cursor.execute(sql.Composed(commands).as_string(cursor.connection))
