"""Addresses of handing over, answering and closing; and of a referrer's own page."""

from django.urls import path

from openmash.pathways import views

app_name = "pathways"
urlpatterns = [
    path("handovers/", views.handovers, name="handovers"),
    path("handovers/new/<str:reference>/", views.hand_over, name="hand_over"),
    path("handovers/<str:reference>/", views.handover, name="handover"),
    path("feedback/", views.feedback, name="feedback"),
    path("feedback/<str:reference>/", views.answer, name="answer"),
    path("closing/<str:reference>/", views.close, name="close"),
    path("referrals/<str:reference>/", views.status, name="status"),
]
