"""The `openmash` command: every management verb, in this project's settings."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one verb, as in `openmash doctor`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openmash.config.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
