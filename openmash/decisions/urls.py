"""Addresses of deciding together."""

from django.urls import path

from openmash.decisions import views

app_name = "decisions"
urlpatterns = [
    path("<uuid:decision_id>/", views.decision, name="decision"),
    path("<str:reference>/decide/", views.decide, name="decide"),
    path("<str:reference>/decide/draft/", views.draft, name="draft"),
    path("<str:reference>/view/", views.view, name="view"),
    path("<str:reference>/discussion/", views.discussion, name="discussion"),
    path("<str:reference>/reopen/", views.reopen, name="reopen"),
]
