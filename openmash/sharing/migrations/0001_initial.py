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
        ("cases", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="SharingDecision",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("to_share", models.BooleanField()),
                ("purpose", models.CharField(max_length=300)),
                ("informed", models.CharField(max_length=20)),
                ("agreement", models.CharField(max_length=20)),
                ("agreement_reason", models.CharField(blank=True, max_length=60)),
                ("agreement_words", models.TextField(blank=True)),
                ("article_6", models.CharField(blank=True, max_length=4)),
                ("article_9", models.CharField(blank=True, max_length=40)),
                ("paragraph_18", models.CharField(blank=True, max_length=40)),
                ("power_relied_on", models.CharField(blank=True, max_length=200)),
                ("proportionality", models.TextField(blank=True)),
                ("withheld_because", models.CharField(blank=True, max_length=40)),
                ("was_urgent", models.BooleanField(default=False)),
                ("decided_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sharing_decisions",
                        to="cases.case",
                    ),
                ),
                (
                    "completes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="completed_by",
                        to="sharing.sharingdecision",
                    ),
                ),
                (
                    "decided_by",
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
            ],
            options={
                "indexes": [models.Index(fields=["case", "decided_at"], name="sharing_standing")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "agreement__in",
                                ["given", "refused", "not_sought", "not_possible", "withdrawn"],
                            )
                        ),
                        name="sharing_agreement_is_never_blank",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreement", "not_sought"), _negated=True),
                            models.Q(("agreement_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="sharing_not_sought_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_share", False),
                            ("was_urgent", True),
                            models.Q(("article_6", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="sharing_has_a_lawful_basis",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_share", True),
                            models.Q(("withheld_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="sharing_withheld_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=30)),
                ("about_id", models.UUIDField()),
                ("to_words", models.CharField(max_length=200)),
                ("what", models.TextField()),
                (
                    "persons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("disclosed_at", models.DateTimeField()),
                ("disclosed_by_name", models.CharField(max_length=120)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosures",
                        to="cases.case",
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
                    "to_agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosures",
                        to="sharing.sharingdecision",
                    ),
                ),
            ],
        ),
    ]
