"""Addresses of the pages that read across every room."""

from django.urls import path

from openmash.insight import views

app_name = "insight"

urlpatterns = [
    path("board/", views.board, name="board"),
    path("board/rows/", views.board_rows, name="board_rows"),
    path("board/story/<str:reference>/", views.story, name="story"),
    path("coming-due/", views.coming_due, name="coming_due"),
    path("my-work/", views.my_work, name="my_work"),
    path("wall/", views.wall, name="wall"),
    path("wall/rows/", views.wall_rows, name="wall_rows"),
    path("contact/<str:reference>/already/", views.already, name="already"),
    path("case/<str:reference>/", views.case, name="case"),
    path("case/<str:reference>/chronology/", views.chronology, name="chronology"),
    path(
        "policy/proposals/<uuid:proposal_id>/preview/", views.policy_preview, name="policy_preview"
    ),
    path("figures/", views.figures, name="figures"),
]
