"""Addresses of the sharing pages; `reference` is a case's."""

from django.urls import path

from openmash.sharing import views

app_name = "sharing"

urlpatterns = [
    path("<str:reference>/", views.decide, name="decide"),
    path("<str:reference>/register/", views.register, name="register"),
]
