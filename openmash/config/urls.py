"""Every address of the site: each room's own list, in the order a case meets the rooms."""

from django.urls import include, path

from openmash.config import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("accounts/", include("allauth.urls")),
]
