"""Make and drop databases and the two roles of our own PostgreSQL clusters.

The owner owns tables and migrates. The site's role owns nothing, so row-level security binds it.
"""

import psycopg
from psycopg import sql

OWNER = "openmash_owner"
SITE = "app_rw"


def make_roles(superuser_url: str) -> None:
    """Make the owner and the site's role where they are missing."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        for role, powers in ((OWNER, "LOGIN CREATEDB"), (SITE, "LOGIN")):
            try:
                connection.execute(f"CREATE ROLE {role} {powers}")
            except (psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):
                continue
        connection.execute(f"GRANT pg_signal_backend TO {OWNER}")  # to drop a database in use


def make_database(server_url: str, name: str, template: str | None = None) -> None:
    """Make database `name`, owned by the role of `server_url`, as a copy of `template`."""
    command = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
    if template:
        command += sql.SQL(" TEMPLATE {}").format(sql.Identifier(template))
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(command)


def drop_database(server_url: str, name: str) -> None:
    """Drop database `name` if it is there, whoever is still connected to it."""
    command = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(command)


def databases_like(server_url: str, pattern: str) -> list[str]:
    """Return the names of databases that match the LIKE `pattern`, newest first."""
    question = "SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY oid DESC"
    with psycopg.connect(server_url, autocommit=True) as connection:
        return [name for (name,) in connection.execute(question, [pattern])]


def rename_database(server_url: str, name: str, new_name: str) -> None:
    """Give a database nobody is connected to another name."""
    command = sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
        sql.Identifier(name), sql.Identifier(new_name)
    )
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(command)
