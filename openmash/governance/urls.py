"""Addresses of the pages of a hub's policy."""

from django.urls import path

from openmash.governance import views

app_name = "governance"

urlpatterns = [
    path("", views.policy, name="policy"),
    path("compare/", views.compare, name="compare"),
    path("change/", views.change, name="change"),
    path("proposals/<uuid:proposal_id>/", views.proposal, name="proposal"),
    path("proposals/<uuid:proposal_id>/change/", views.change, name="change_draft"),
    path("proposals/<uuid:proposal_id>/answer/", views.answer, name="answer"),
]
