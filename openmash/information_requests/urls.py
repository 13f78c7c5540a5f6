"""Addresses of the pages of requests; a plain `reference` is a request's."""

from django.urls import path

from openmash.information_requests import views

app_name = "information_requests"

urlpatterns = [
    path("", views.desk, name="desk"),
    path("nothing-known/", views.nil, name="nil"),
    path("about/<uuid:asked_about_id>/", views.answer, name="answer"),
    path("about/<uuid:asked_about_id>/change/", views.correct, name="correct"),
    path("case/<str:reference>/", views.ask, name="ask"),
    path("case/<str:reference>/now/", views.ask_at_once, name="ask_now"),
    path("items/<uuid:item_id>/code/", views.recode, name="recode"),
    path("items/<uuid:item_id>/spoken/", views.spoken, name="spoken"),
    path("<str:reference>/", views.request_page, name="request"),
    path("<str:reference>/chase/", views.chase, name="chase"),
    path("<str:reference>/withdraw/", views.withdraw, name="withdraw"),
]
