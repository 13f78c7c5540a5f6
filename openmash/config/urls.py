"""Every address of the site: each room's own list, in the order a case meets the rooms."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("", include("openmash.web.urls")),
]
