"""Addresses of the pages about oneself; those of signing in stand in `config.urls`."""

from django.urls import path

from openmash.accounts import views

app_name = "accounts"

urlpatterns = [
    path("", views.profile, name="profile"),
    path("hub/", views.work_in, name="work_in"),
    path("enter/", views.enter, name="enter"),
]
