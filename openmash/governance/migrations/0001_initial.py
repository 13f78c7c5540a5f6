import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Clock",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("about_kind", models.CharField(max_length=40)),
                ("about_id", models.UUIDField()),
                ("case_id", models.UUIDField(db_index=True, null=True)),
                ("label", models.CharField(max_length=160)),
                ("rule", models.CharField(blank=True, max_length=12)),
                ("standing", models.CharField(max_length=12)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=7)),
                ("unit", models.CharField(max_length=20)),
                ("started_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("first_due_at", models.DateTimeField()),
                ("stopped_at", models.DateTimeField(null=True)),
                ("breach_reason", models.CharField(blank=True, max_length=40)),
                ("breach_words", models.TextField(blank=True)),
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
                "indexes": [
                    models.Index(
                        condition=models.Q(("stopped_at", None)),
                        fields=["hub", "due_at"],
                        name="clock_running_by_due",
                    ),
                    models.Index(fields=["about_id"], name="clock_about"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("stopped_at", None)),
                        fields=("about_id", "kind"),
                        name="clock_one_running_of_a_kind",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClockMove",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("was_due_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("why", models.CharField(max_length=200)),
                ("moved_at", models.DateTimeField()),
                ("moved_by", models.CharField(max_length=120)),
                (
                    "clock",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="governance.clock",
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
            name="Policy",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("document", models.JSONField()),
                ("document_hash", models.CharField(max_length=64)),
                ("effective_from", models.DateTimeField()),
                ("created_at", models.DateTimeField()),
                ("created_by", models.CharField(max_length=120)),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="policies",
                        to="accounts.hub",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "policies",
                "constraints": [
                    models.UniqueConstraint(fields=("hub", "version"), name="policy_version_once"),
                    models.UniqueConstraint(
                        fields=("hub", "effective_from"), name="policy_starts_once"
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="clock",
            name="policy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="governance.policy",
            ),
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("about_kind", models.CharField(max_length=40)),
                ("about_id", models.UUIDField()),
                ("case_id", models.UUIDField(db_index=True, null=True)),
                ("words", models.CharField(max_length=300)),
                ("needs_power", models.CharField(max_length=40)),
                ("raised_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                ("answer", models.TextField(blank=True)),
                (
                    "done_by",
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
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at", None)),
                        fields=["hub", "due_at"],
                        name="task_open_by_due",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("done_at", None)),
                        fields=("about_id", "kind"),
                        name="task_one_open_of_a_kind",
                    )
                ],
            },
        ),
    ]
