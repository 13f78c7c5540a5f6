"""Addresses of the pages where people are joined and parted."""

from django.urls import path

from openmash.matching import views

app_name = "matching"

urlpatterns = [
    path("people/<uuid:person_id>/", views.person, name="person"),
    path("people/<uuid:person_id>/suggest/", views.suggest, name="suggest"),
    path("<uuid:told_id>/<uuid:known_id>/", views.compare, name="compare"),
    path("<uuid:told_id>/<uuid:known_id>/answer/", views.answer, name="answer"),
]
