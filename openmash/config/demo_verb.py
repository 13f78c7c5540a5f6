"""`./run openmash VERB`: any verb, on the demonstration's database unless DATABASE_URL is set."""

import os
import sys

from openmash.config.command import main
from openmash.config.demo_environment import SECRETS, demo_environment
from openmash.config.postgres_binaries import PostgresTrouble

if __name__ == "__main__":
    if os.environ.get("DATABASE_URL") or not SECRETS.exists():
        main()
    else:
        try:
            with demo_environment():
                main()
        except PostgresTrouble as trouble:
            sys.exit(str(trouble))
