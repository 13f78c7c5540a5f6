"""Addresses of what arrives: reading, screening, recording, referring, importing."""

from django.urls import path

from openmash.intake import views

app_name = "intake"

urlpatterns = [
    path("triage/", views.triage, name="triage"),
    path("<str:reference>/", views.contact, name="contact"),
    path("<str:reference>/ask/", views.ask, name="ask"),
    path("<str:reference>/cancel/", views.cancel, name="cancel"),
    path("<str:reference>/screen/", views.screen, name="screen"),
    path("<str:reference>/adult/<uuid:subject_id>/", views.adult, name="adult"),
]
