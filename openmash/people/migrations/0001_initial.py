import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("identity_id", models.UUIDField(db_index=True)),
                ("born_on", models.DateField(null=True)),
                ("born_precision", models.CharField(default="unknown", max_length=10)),
                ("expected_on", models.DateField(null=True)),
                ("died_on", models.DateField(null=True)),
                ("sex", models.CharField(blank=True, max_length=1)),
                ("gender", models.CharField(blank=True, max_length=60)),
                ("ethnicity", models.CharField(blank=True, max_length=4)),
                ("ethnicity_perceived", models.CharField(blank=True, max_length=40)),
                ("first_language", models.CharField(blank=True, max_length=60)),
                ("needs_interpreter", models.BooleanField(default=False)),
                ("communication_needs", models.CharField(blank=True, max_length=300)),
                ("address_protected", models.BooleanField(default=False)),
                ("restricted", models.BooleanField(default=False)),
                (
                    "audience",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("created_at", models.DateTimeField()),
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
                "verbose_name_plural": "people",
                "indexes": [models.Index(fields=["hub", "identity_id"], name="person_by_identity")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("born_on", None), ("expected_on", None), _connector="OR"
                        ),
                        name="person_born_or_expected",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("born_on", None), ("born_precision", "unknown")),
                            models.Q(
                                ("born_on__isnull", False),
                                models.Q(("born_precision", "unknown"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="person_birth_precision_agrees",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("born_precision__in", ["day", "month", "year", "about", "unknown"])
                        ),
                        name="person_birth_precision",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sex__in", ["M", "F", "U", ""])), name="person_sex"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Identifier",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("scheme", models.CharField(max_length=30)),
                ("value", models.CharField(max_length=60)),
                ("verified", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
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
                        related_name="identifiers",
                        to="people.person",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ContactDetail",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=10)),
                ("value", models.CharField(blank=True, max_length=200)),
                ("sealed", models.BinaryField(null=True)),
                ("recorded_at", models.DateTimeField()),
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
                        related_name="contact_details",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["phone", "email"])),
                        name="contact_detail_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sealed", None), ("value", ""), _connector="OR"),
                        name="contact_detail_unsafe_is_sealed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Address",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("line", models.CharField(blank=True, max_length=300)),
                ("postcode", models.CharField(blank=True, max_length=12)),
                ("use", models.CharField(default="home", max_length=20)),
                ("is_protected", models.BooleanField(default=False)),
                ("sealed", models.BinaryField(null=True)),
                ("lived_from", models.DateField(null=True)),
                ("lived_until", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
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
                        related_name="addresses",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "addresses",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_protected", False), ("sealed", None)),
                            models.Q(
                                ("is_protected", True),
                                ("line", ""),
                                ("postcode", ""),
                                ("sealed__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="address_protected_is_sealed",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonKey",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=8)),
                ("value", models.CharField(db_collation="C", max_length=120)),
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
                        related_name="keys",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("hub", "kind", "value", "person"), name="person_key_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["search", "match"])),
                        name="person_key_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonName",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("given", models.CharField(blank=True, max_length=200)),
                ("family", models.CharField(blank=True, max_length=200)),
                ("use", models.CharField(default="as_told", max_length=20)),
                ("recorded_at", models.DateTimeField()),
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
                        related_name="names",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("family", ""), ("given", ""), _negated=True),
                        name="person_name_is_not_blank",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Relationship",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=30)),
                ("as_told", models.CharField(blank=True, max_length=120)),
                ("parental_responsibility", models.BooleanField(null=True)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="related_to",
                        to="people.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relationships",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("other")), _negated=True),
                        name="relationship_is_with_another",
                    )
                ],
            },
        ),
    ]
