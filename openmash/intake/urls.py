"""Addresses of what arrives: reading, screening, recording, referring, importing."""

from django.urls import path

from openmash.intake import views

app_name = "intake"

urlpatterns = [
    path("triage/", views.triage, name="triage"),
    path("record/", views.record, name="record"),
    path("record/new/", views.new_call, name="new_call"),
    path("record/<uuid:draft_id>/", views.call, name="call"),
    path("refer/", views.refer, name="refer"),
    path("refer/<uuid:draft_id>/", views.referral, name="referral"),
    path("mine/", views.mine, name="mine"),
    path("sent/<str:reference>/", views.receipt, name="receipt"),
    path("drafts/<uuid:draft_id>/", views.draft, name="draft"),
    path("drafts/<uuid:draft_id>/discard/", views.discard, name="discard"),
    path("imports/", views.imports, name="imports"),
    path("imports/<uuid:batch_id>/", views.import_batch, name="import_batch"),
    path("imports/rows/<uuid:row_id>/", views.refused_row, name="refused_row"),
    path("imports/rows/<uuid:row_id>/aside/", views.set_aside, name="set_aside"),
    path("papers/<uuid:attachment_id>/", views.attachment, name="attachment"),
    path("originals/<uuid:original_id>/", views.original, name="original"),
    path("questions/<uuid:question_id>/", views.answer, name="answer"),
    path("<str:reference>/", views.contact, name="contact"),
    path("<str:reference>/papers/", views.attach, name="attach"),
    path("<str:reference>/who-told-us/", views.referrer, name="referrer"),
    path("<str:reference>/ask/", views.ask, name="ask"),
    path("<str:reference>/cancel/", views.cancel, name="cancel"),
    path("<str:reference>/screen/", views.screen, name="screen"),
    path("<str:reference>/adult/<uuid:subject_id>/", views.adult, name="adult"),
]
