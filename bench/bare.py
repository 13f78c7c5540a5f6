"""The barest Django page: one address, one query, no middleware, no session; the floor."""

import os

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

from openmash.config import environment

ONE_QUERY = "select name from accounts_hub order by name limit 1"


def page(request: HttpRequest) -> HttpResponse:
    """Answer with what one query found."""
    with connection.cursor() as cursor:
        cursor.execute(ONE_QUERY)
        [(name,)] = cursor.fetchall()
    return HttpResponse(f"<!doctype html><title>{name}</title>")


urlpatterns = [path("", page)]


def _database() -> dict[str, object]:
    found = environment.database("DATABASE_URL", os.environ["DATABASE_URL"])
    found["OPTIONS"]["pool"] = {"min_size": 2, "max_size": 10}
    return found


settings.configure(
    ALLOWED_HOSTS=["127.0.0.1", "localhost"],
    DATABASES={"default": _database()},
    ROOT_URLCONF=__name__,
    SECRET_KEY=os.environ["SECRET_KEY"],
)
django.setup()
application = WSGIHandler()
