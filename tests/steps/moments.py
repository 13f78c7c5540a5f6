"""When each step of a story happens, before the moment a test calls now."""

from datetime import timedelta

from tests.cast import NOW

SENT = NOW - timedelta(hours=3)
ASKED = NOW - timedelta(hours=2)
ANSWERED = NOW - timedelta(hours=1)
