import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("happened_from", models.DateTimeField(null=True)),
                ("happened_until", models.DateTimeField(null=True)),
                ("happened_precision", models.CharField(default="unknown", max_length=10)),
                ("recorded_at", models.DateTimeField()),
                ("known_at", models.DateTimeField()),
                ("words", models.TextField()),
                ("nature", models.CharField(default="fact", max_length=20)),
                ("significant", models.BooleanField(default=False)),
                ("code", models.CharField(default="H2", max_length=2)),
                (
                    "audience",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("restricted", models.BooleanField(default=False)),
                ("case_id", models.UUIDField(db_index=True, null=True)),
                (
                    "corrects",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="chronology.entry",
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
                "verbose_name_plural": "entries",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__in", ["H0", "H1", "H2", "H3", "H4"])),
                        name="entry_code_is_a_handling_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "happened_precision__in",
                                ["minute", "day", "month", "year", "about", "unknown"],
                            )
                        ),
                        name="entry_precision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("happened_from", None), ("happened_precision", "unknown")),
                            models.Q(
                                ("happened_from__isnull", False),
                                models.Q(("happened_precision", "unknown"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="entry_precision_agrees",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EntryPerson",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("part", models.CharField(blank=True, max_length=30)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="chronology.entry",
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
                "constraints": [
                    models.UniqueConstraint(fields=("entry", "person"), name="entry_person_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="EntrySource",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("source_id", models.UUIDField(db_index=True)),
                ("label", models.CharField(max_length=160)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sources",
                        to="chronology.entry",
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
    ]
