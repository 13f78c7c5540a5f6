"""The site as a WSGI server runs it: with a pool of connections, and only when it is safe."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openmash.config.settings")
os.environ.setdefault("OPENMASH_POOL", "10")

from django.core.wsgi import get_wsgi_application  # noqa: E402 - settings read the lines above

from openmash.config.checks import refuse_to_start_unsafely  # noqa: E402

application = get_wsgi_application()
refuse_to_start_unsafely()
