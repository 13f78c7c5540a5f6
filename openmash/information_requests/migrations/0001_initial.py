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
        ("people", "0001_initial"),
        ("sharing", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="InformationRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("reference", models.CharField(max_length=20, unique=True)),
                ("state", models.CharField(max_length=20)),
                ("rating", models.CharField(max_length=20)),
                ("purpose", models.CharField(max_length=300)),
                ("power_relied_on", models.CharField(max_length=200)),
                ("summary", models.TextField()),
                ("question", models.TextField()),
                (
                    "prompts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), default=list, size=None
                    ),
                ),
                ("period_from", models.DateField(null=True)),
                ("period_until", models.DateField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("withdrawn_because", models.TextField(blank=True)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="information_requests",
                        to="cases.case",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="sharing.sharingdecision",
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
                    models.Index(fields=["agency", "state", "due_at"], name="request_desk")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at", None), ("state", "open")),
                            models.Q(("answered_at__isnull", False), ("state", "answered")),
                            models.Q(
                                ("state", "withdrawn"),
                                models.Q(("withdrawn_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="request_state",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Chaser",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("rung", models.PositiveSmallIntegerField()),
                ("words", models.CharField(blank=True, max_length=300)),
                ("chased_at", models.DateTimeField()),
                ("chased_by_name", models.CharField(max_length=120)),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chasers",
                        to="information_requests.informationrequest",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("rung__gt", 0)),
                        fields=("request", "rung"),
                        name="chaser_once_a_rung",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("words", models.TextField()),
                ("nature", models.CharField(max_length=20)),
                ("happened_from", models.DateField(null=True)),
                ("happened_until", models.DateField(null=True)),
                ("happened_precision", models.CharField(default="unknown", max_length=10)),
                ("source_system", models.CharField(blank=True, max_length=80)),
                ("code", models.CharField(max_length=2)),
                (
                    "audience",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("restricted", models.BooleanField(default=False)),
                ("speak_to", models.CharField(blank=True, max_length=160)),
                ("raised_to", models.CharField(blank=True, max_length=2)),
                ("given_at", models.DateTimeField()),
                ("entry_id", models.UUIDField()),
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
                (
                    "supplied_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__in", ["H0", "H1", "H2", "H3", "H4"])),
                        name="item_code_is_a_handling_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("code", "H4"), _negated=True),
                            models.Q(("speak_to", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="item_h4_says_whom_to_speak_to",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nature__in", ["fact", "opinion", "intelligence"])),
                        name="item_nature",
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
                        name="item_precision_agrees",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FormOfWords",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("words", models.TextField()),
                ("code", models.CharField(max_length=2)),
                (
                    "audience",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("restricted", models.BooleanField(default=False)),
                ("entry_id", models.UUIDField()),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
                (
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="form_of_words",
                        to="information_requests.item",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "forms of words",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__in", ["H0", "H1", "H2", "H3"])),
                        name="form_of_words_code_is_lower_than_its_item",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CodeMove",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("was", models.CharField(max_length=2)),
                ("became", models.CharField(max_length=2)),
                ("why", models.CharField(max_length=300)),
                ("moved_at", models.DateTimeField()),
                ("moved_by_name", models.CharField(max_length=120)),
                (
                    "hub",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.hub",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="code_moves",
                        to="information_requests.item",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RequestPerson",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("part", models.CharField(max_length=30)),
                ("name", models.CharField(max_length=400)),
                ("born_words", models.CharField(blank=True, max_length=60)),
                ("address_words", models.CharField(blank=True, max_length=320)),
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
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="people",
                        to="information_requests.informationrequest",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("request", "person"), name="request_person_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Return",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("answer", models.CharField(max_length=20)),
                ("refused_because", models.CharField(blank=True, max_length=40)),
                ("refused_words", models.TextField(blank=True)),
                ("involvement", models.TextField(blank=True)),
                ("analysis", models.TextField(blank=True)),
                ("suggested_rating", models.CharField(blank=True, max_length=20)),
                ("is_partial", models.BooleanField(default=False)),
                ("answered_at", models.DateTimeField()),
                ("code", models.CharField(default="H2", max_length=2)),
                (
                    "audience",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), default=list, size=None
                    ),
                ),
                ("restricted", models.BooleanField(default=False)),
                ("correction_reason", models.CharField(blank=True, max_length=300)),
                (
                    "answered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_about",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns",
                        to="information_requests.requestperson",
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="information_requests.return",
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
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="returns",
                        to="information_requests.informationrequest",
                    ),
                ),
                (
                    "supplied_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.agency",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "answer__in",
                                    ["known", "known_historic", "not_known", "no_trace"],
                                ),
                                ("refused_because", ""),
                            ),
                            models.Q(
                                ("answer", "cannot_disclose"),
                                models.Q(("refused_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="return_answer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("corrects", None),
                            models.Q(("correction_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="return_correction_has_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("code__in", ["H0", "H1", "H2", "H3", "H4"])),
                        name="return_code_is_a_handling_code",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="item",
            name="of_return",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="items",
                to="information_requests.return",
            ),
        ),
        migrations.CreateModel(
            name="Spoken",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "conversation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="cases.conversation",
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
                    "item",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spoken",
                        to="information_requests.item",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "spoken",
            },
        ),
        migrations.AddConstraint(
            model_name="item",
            constraint=models.UniqueConstraint(
                fields=("of_return", "position"), name="item_position_once"
            ),
        ),
    ]
