import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("governance", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reference", models.CharField(max_length=20, unique=True)),
                ("state", models.CharField(default="triage", max_length=30)),
                ("channel", models.CharField(max_length=30)),
                ("source", models.CharField(max_length=20)),
                ("kind", models.CharField(default="concern", max_length=20)),
                ("received_at", models.DateTimeField()),
                ("logged_at", models.DateTimeField()),
                ("logged_by_name", models.CharField(max_length=120)),
                ("sender_reference", models.CharField(blank=True, max_length=80)),
                ("content_hash", models.CharField(blank=True, max_length=64)),
                ("version", models.PositiveIntegerField(default=1)),
                ("referrer_is_professional", models.BooleanField()),
                ("referrer_name", models.CharField(blank=True, max_length=160)),
                ("referrer_role", models.CharField(blank=True, max_length=160)),
                ("referrer_organisation", models.CharField(blank=True, max_length=200)),
                ("referrer_email", models.EmailField(blank=True, max_length=254)),
                ("referrer_phone", models.CharField(blank=True, max_length=60)),
                ("referrer_sealed", models.BinaryField(null=True)),
                ("happened_from", models.DateTimeField(null=True)),
                ("happened_precision", models.CharField(default="unknown", max_length=10)),
                ("place", models.CharField(blank=True, max_length=300)),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                ("told", models.TextField(blank=True)),
                ("opinion", models.TextField(blank=True)),
                ("child_words", models.TextField(blank=True)),
                ("asking_for", models.CharField(default="not_stated", max_length=30)),
                ("done_so_far", models.TextField(blank=True)),
                ("last_seen", models.TextField(blank=True)),
                ("worker_safety", models.TextField(blank=True)),
                ("immediate_danger", models.BooleanField(default=False)),
                ("sender_rating", models.CharField(blank=True, max_length=40)),
                (
                    "suggested_tracks",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("family_aware", models.CharField(default="not_stated", max_length=20)),
                ("agreement", models.CharField(default="not_stated", max_length=20)),
                ("agreement_reason", models.CharField(blank=True, max_length=60)),
                ("agreement_words", models.TextField(blank=True)),
                ("adult", models.JSONField(default=dict)),
                (
                    "doubts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300), default=list, size=None
                    ),
                ),
                ("code", models.CharField(default="H2", max_length=2)),
                (
                    "audience",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("restricted", models.BooleanField(default=False)),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "logged_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "referrer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "referring_agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="intake.contact",
                    ),
                ),
                (
                    "supplied_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["hub", "state", "received_at"], name="contact_queue"),
                    models.Index(fields=["hub", "-received_at"], name="contact_newest"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("sender_reference", ""), _negated=True),
                        fields=("hub", "source", "sender_reference", "version"),
                        name="contact_once_a_sender_reference_and_version",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("referrer_is_professional", True),
                            models.Q(
                                ("referrer_email", ""),
                                ("referrer_name", ""),
                                ("referrer_phone", ""),
                                ("referrer_role", ""),
                            ),
                            _connector="OR",
                        ),
                        name="contact_other_referrers_are_sealed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Clarification",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("question", models.TextField()),
                ("asked_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by_name", models.CharField(blank=True, max_length=120)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="clarifications",
                        to="intake.contact",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("form", models.CharField(max_length=30)),
                ("resume_hash", models.CharField(blank=True, db_index=True, max_length=64)),
                ("sealed", models.BinaryField()),
                ("about", models.UUIDField(null=True)),
                ("started_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "practitioner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sent_as",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="intake.contact",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("filename", models.CharField(max_length=200)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveIntegerField()),
                ("sealed", models.BinaryField()),
                ("keyed_hash", models.CharField(max_length=64)),
                ("code", models.CharField(default="H2", max_length=2)),
                (
                    "audience",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("restricted", models.BooleanField(default=False)),
                ("kept_at", models.DateTimeField()),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "supplied_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="intake.contact",
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attachments",
                        to="intake.draft",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ImportBatch",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("source", models.CharField(max_length=20)),
                ("filename", models.CharField(max_length=200)),
                ("keyed_hash", models.CharField(max_length=64)),
                ("imported_at", models.DateTimeField()),
                ("imported_by_name", models.CharField(max_length=120)),
                ("contacts_new", models.PositiveIntegerField()),
                ("contacts_changed", models.PositiveIntegerField()),
                ("contacts_same", models.PositiveIntegerField()),
                ("subjects_new", models.PositiveIntegerField()),
                ("rows_refused", models.PositiveIntegerField()),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "import batches",
            },
        ),
        migrations.CreateModel(
            name="Original",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("media_type", models.CharField(max_length=100)),
                ("sealed", models.BinaryField()),
                ("keyed_hash", models.CharField(max_length=64)),
                ("kept_at", models.DateTimeField()),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="originals",
                        to="intake.contact",
                    ),
                ),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RefusedRow",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.CharField(max_length=120)),
                ("sender_reference", models.CharField(blank=True, max_length=80)),
                ("sealed", models.BinaryField()),
                ("keyed_hash", models.CharField(max_length=64)),
                ("problems", models.JSONField()),
                ("set_aside_because", models.TextField(blank=True)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refused",
                        to="intake.importbatch",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "mended_as",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="intake.contact",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Screening",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("rating", models.CharField(max_length=20)),
                ("level", models.CharField(blank=True, max_length=20)),
                ("can_decide_now", models.BooleanField()),
                ("gate_reason", models.TextField()),
                ("rationale", models.TextField()),
                ("safeguarding_done", models.TextField(blank=True)),
                ("safeguarding_done_at", models.DateTimeField(null=True)),
                ("screened_at", models.DateTimeField()),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screenings",
                        to="intake.contact",
                    ),
                ),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "policy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.policy",
                    ),
                ),
                (
                    "screened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Subject",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("part", models.CharField(max_length=30)),
                ("is_concern", models.BooleanField()),
                ("name_as_told", models.CharField(max_length=400)),
                ("born_as_told", models.CharField(blank=True, max_length=60)),
                ("relationship_as_told", models.CharField(blank=True, max_length=120)),
                ("school_as_told", models.CharField(blank=True, max_length=200)),
                (
                    "doubts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300), default=list, size=None
                    ),
                ),
                ("known_before", models.CharField(blank=True, max_length=20)),
                ("became_referral_at", models.DateTimeField(null=True)),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to="intake.contact",
                    ),
                ),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person"], name="subject_person")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contact", "person"), name="subject_once_a_contact"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AdultTest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("law", models.CharField(max_length=10)),
                ("has_needs", models.CharField(max_length=10)),
                ("is_at_risk", models.CharField(max_length=10)),
                ("cannot_protect", models.CharField(max_length=10)),
                ("reasons", models.TextField(blank=True)),
                ("was_asked", models.CharField(max_length=20)),
                ("not_asked_because", models.TextField(blank=True)),
                ("wants", models.TextField(blank=True)),
                ("safe_tonight", models.CharField(max_length=10)),
                ("safe_tonight_words", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField()),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adult_tests",
                        to="intake.subject",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SubjectTrack",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("track", models.CharField(max_length=20)),
                ("opened_at", models.DateTimeField()),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tracks",
                        to="intake.subject",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("subject", "track"), name="subject_track_once")
                ],
            },
        ),
    ]
