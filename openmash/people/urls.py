"""Addresses of the pages about people."""

from django.urls import path

from openmash.people import views

app_name = "people"

urlpatterns = [
    path("", views.search, name="search"),
    path("<uuid:person_id>/", views.person, name="person"),
    path("<uuid:person_id>/protect/", views.protect, name="protect"),
    path("<uuid:person_id>/sealed/", views.sealed, name="sealed"),
]
