"""Addresses of the working file's pages."""

from django.urls import path

from openmash.cases import views

app_name = "cases"

urlpatterns = [
    path("open/<str:reference>/", views.open_from, name="open"),
    path("open/<str:reference>/join/", views.join, name="join"),
    path("tasks/", views.tasks, name="tasks"),
    path("tasks/<uuid:task_id>/", views.finish_task, name="finish_task"),
    path("late/<uuid:about_id>/", views.why_late, name="why_late"),
    path("<str:reference>/clocks/", views.clocks, name="clocks"),
    path("<str:reference>/clocks/<uuid:clock_id>/", views.turn_clock, name="turn_clock"),
    path("<str:reference>/allocate/", views.allocate, name="allocate"),
    path("<str:reference>/take/", views.take, name="take"),
    path("<str:reference>/rate/", views.rate, name="rate"),
    path("<str:reference>/move/", views.move, name="move"),
    path("<str:reference>/record/", views.record, name="record"),
    path("<str:reference>/record/new/", views.conversation, name="conversation"),
    path("<str:reference>/record/<uuid:corrects>/", views.conversation, name="correct"),
    path("<str:reference>/restrict/", views.restrict, name="restrict"),
    path("<str:reference>/lift/", views.lift, name="lift"),
]
