"""Addresses of the dated story's pages."""

from django.urls import path

from openmash.chronology import views

app_name = "chronology"

urlpatterns = [
    path("people/<uuid:person_id>/", views.of_person, name="person"),
    path("families/<uuid:person_id>/", views.of_family, name="family"),
    path("people/<uuid:person_id>/add/", views.add, name="add"),
    path("entries/<uuid:entry_id>/mark/", views.mark, name="mark"),
]
