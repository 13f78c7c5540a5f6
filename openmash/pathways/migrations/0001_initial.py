import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("cases", "0001_initial"),
        ("decisions", "0001_initial"),
        ("intake", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Handover",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reference", models.CharField(max_length=20, unique=True)),
                ("state", models.CharField(max_length=20)),
                ("summary", models.TextField(blank=True)),
                ("sent_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("returned_because", models.TextField(blank=True)),
                ("system_name", models.CharField(blank=True, max_length=60)),
                ("system_reference", models.CharField(blank=True, max_length=60)),
                ("waived_because", models.TextField(blank=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers",
                        to="cases.case",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers",
                        to="decisions.decision",
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
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.team",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["team", "state"], name="handover_tray")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("state", "sent")),
                            models.Q(("answered_at__isnull", False), ("state", "accepted")),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("state", "returned"),
                                models.Q(("returned_because", ""), _negated=True),
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("state", "waived"),
                                models.Q(("waived_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="handover_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "waived"),
                            models.Q(
                                ("team__isnull", False), models.Q(("summary", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="handover_goes_to_a_team",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandoverPerson",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=400)),
                ("born_words", models.CharField(blank=True, max_length=60)),
                (
                    "handover",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="pathways.handover",
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
                    "outcome",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="decisions.outcome",
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
        ),
        migrations.CreateModel(
            name="Feedback",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("state", models.CharField(max_length=20)),
                ("subject", models.CharField(blank=True, max_length=200)),
                ("words", models.TextField(blank=True)),
                ("not_sent_because", models.CharField(blank=True, max_length=300)),
                ("due_at", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("sent_by_name", models.CharField(blank=True, max_length=120)),
                ("read_at", models.DateTimeField(null=True)),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="intake.contact",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="decisions.decision",
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
            options={
                "verbose_name_plural": "feedback",
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "due")),
                        fields=["hub", "due_at"],
                        name="feedback_due",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contact", "decision", "kind"), name="feedback_once_a_decision"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("decision", None)),
                        fields=("contact", "kind"),
                        name="feedback_acknowledged_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decision", None), ("kind", "acknowledgement")),
                            models.Q(("decision__isnull", False), ("kind", "outcome")),
                            _connector="OR",
                        ),
                        name="feedback_outcome_has_a_decision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_at", None), ("state", "due")),
                            models.Q(
                                ("sent_at__isnull", False),
                                ("state__in", ["sent", "read"]),
                                models.Q(("words", ""), _negated=True),
                            ),
                            models.Q(
                                ("sent_at", None),
                                ("state__in", ["not_possible", "not_appropriate"]),
                                models.Q(("not_sent_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="feedback_state",
                    ),
                ],
            },
        ),
    ]
