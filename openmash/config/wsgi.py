"""The site as a WSGI server runs it: with a pool of connections, and only when it is safe."""

import os

# Settings read these, so they come before the imports below.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openmash.config.settings")
os.environ.setdefault("OPENMASH_POOL", "10")

from django.core.wsgi import get_wsgi_application

from openmash.config.checks import refuse_to_start_unsafely

application = get_wsgi_application()
refuse_to_start_unsafely()
