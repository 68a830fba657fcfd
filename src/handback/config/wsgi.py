"""The door for a web server."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handback.config.settings")

application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018 - asking for the addresses imports every page, before anybody waits
