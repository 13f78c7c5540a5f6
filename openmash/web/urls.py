"""Addresses of the shell's own pages."""

from django.urls import path

from openmash.web import views

app_name = "web"

urlpatterns = [
    path("", views.home, name="home"),
    path("go/<str:reference>/", views.go, name="go"),
    path("shortcuts/", views.shortcuts, name="shortcuts"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("language/", views.language, name="language"),
    path("style/", views.style, name="style"),
]
