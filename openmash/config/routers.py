"""Which database connection may change the tables."""

OWNER_ALIAS = "owner"


class OnlyTheOwnerMigrates:
    """Migrations run as the owner; the site's role could not, and must not, change a table."""

    def allow_migrate(self, db: str, app_label: str, **hints: object) -> bool:
        return db == OWNER_ALIAS
