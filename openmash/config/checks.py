"""System checks: what is wrong with the settings, each with how to mend it.

The site and the worker refuse to start on an error; a superuser would pass row-level security by
without a word (trust 2).
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register, run_checks
from django.core.checks import Warning as Caution
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections

ROLE_QUESTION = """
SELECT current_user,
       rolsuper,
       rolbypassrls,
       EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid AND relkind IN ('r', 'p'))
FROM pg_roles WHERE rolname = current_user
"""


def refuse_to_start_unsafely() -> None:
    """Raise, with every reason and its mend, when the site must not serve as it is."""
    found = run_checks(databases=["default"], include_deployment_checks=True)
    if errors := [each for each in found if each.is_serious()]:
        raise ImproperlyConfigured(
            "\n".join(f"{each.id}: {each.msg} {each.hint}" for each in errors)
        )


@register(Tags.security, deploy=True)
def secrets_are_present(**kwargs: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if settings.SECRET_KEY_IS_MADE_UP:
        found.append(
            _say("openmash.E001", "SECRET_KEY is not set.", "Set it to 50 random characters.")
        )
    if not settings.SEALING_KEYS:
        hint = "Set it to ID:KEY with a key from `openssl rand -base64 32`, and keep a copy safe."
        found.append(_say("openmash.E002", "OPENMASH_KEYS holds no sealing key.", hint))
    return found


@register(Tags.security, deploy=True)
def addresses_are_present(**kwargs: Any) -> list[CheckMessage]:
    found: list[CheckMessage] = []
    if settings.DATABASE_URL_IS_MISSING:
        hint = "Set it to the database's address for the site's role."
        found.append(_say("openmash.E003", "DATABASE_URL is not set.", hint))
    if not settings.ALLOWED_HOSTS:
        hint = "Set OPENMASH_ALLOWED_HOSTS to the site's name, such as mash.example.gov.uk."
        found.append(_say("openmash.E004", "No host name is allowed.", hint))
    if settings.PLAIN_HTTP and not settings.DEMO:
        hint = "Unset OPENMASH_PLAIN_HTTP and serve over https."
        found.append(Caution("Passwords travel unprotected.", hint=hint, id="openmash.W001"))
    return found


@register(Tags.database)
def site_role_is_bound(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a site role that row-level security does not bind."""
    if "default" not in (databases or []):
        return []
    try:
        with connections["default"].cursor() as cursor:
            cursor.execute(ROLE_QUESTION)
            role, is_super, bypasses, owns = cursor.fetchone()
    except DatabaseError as trouble:
        hint = "Start PostgreSQL, or mend DATABASE_URL."
        return [Error(f"The database does not answer: {trouble}", hint=hint, id="openmash.E005")]
    return what_is_wrong_with_role(role, is_super=is_super, bypasses=bypasses, owns=owns)


def what_is_wrong_with_role(
    role: str, *, is_super: bool, bypasses: bool, owns: bool
) -> list[CheckMessage]:
    """Return an error for each power that would let the role pass row-level security by."""
    powers = {
        "openmash.E006": (is_super, "is a superuser", f"ALTER ROLE {role} NOSUPERUSER"),
        "openmash.E007": (bypasses, "has BYPASSRLS", f"ALTER ROLE {role} NOBYPASSRLS"),
        "openmash.E008": (owns, "owns tables", "REASSIGN OWNED to the owner's role"),
    }
    hint = "Connect the site as a plain role that owns nothing; for this one: {}."
    return [
        Error(f"The site's role {role} {power}.", hint=hint.format(mend), id=check_id)
        for check_id, (has, power, mend) in powers.items()
        if has
    ]


def _say(check_id: str, words: str, hint: str) -> CheckMessage:
    """Return an error where people's data is served, a warning where it is not."""
    level = Caution if settings.DEMO or settings.TEST_RUN else Error
    return level(words, hint=hint, id=check_id)
