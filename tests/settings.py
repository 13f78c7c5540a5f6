"""Settings of a test run: as deployed, save what plain http and speed ask for."""

import base64
import os

os.environ.update(
    {
        "SECRET_KEY": "only-for-tests-and-long-enough-to-satisfy-the-deployment-checks",
        "OPENMASH_KEYS": f"tests:{base64.b64encode(b'k' * 32).decode()}",
        "OPENMASH_ALLOWED_HOSTS": "testserver,localhost,127.0.0.1",
        "OPENMASH_PLAIN_HTTP": "yes",
        "OPENMASH_LOG_LEVEL": "ERROR",
    }
)

from openmash.config.settings import *  # noqa: F403 - they read the lines above

TEST_RUN = True
WHITENOISE_AUTOREFRESH = True  # look for a static file when it is asked for, not in every test
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # a real one takes seconds
