"""Addresses of the pages that watch over practice."""

from django.urls import path

from openmash.assurance import views

app_name = "assurance"

urlpatterns = [path("looks/", views.looks, name="looks")]
