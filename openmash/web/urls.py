"""Addresses of the shell's own pages."""

from django.urls import path
from django.views.i18n import set_language

from openmash.web import views

app_name = "web"

urlpatterns = [
    path("shortcuts/", views.shortcuts, name="shortcuts"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("language/", set_language, name="language"),
    path("style/", views.style, name="style"),
]
