"""What each agency thought, what was discussed, and what was decided and why."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class View(models.Model):
    """One agency's view on a case; the newest of an agency stands, dissent is permanent (A10.1)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="views")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    position = models.CharField(max_length=30)
    proposes = models.CharField(max_length=60, blank=True)
    words = models.TextField(blank=True)
    decision = models.ForeignKey(
        "decisions.Decision", null=True, on_delete=models.PROTECT, related_name="later_views"
    )
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )
    given_by_name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    position__in=[
                        "agree",
                        "agree_with_comment",
                        "disagree",
                        "no_view",
                        "not_consulted",
                    ]
                ),
                name="view_position_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(position__in=["agree_with_comment", "disagree"])
                | ~models.Q(words=""),
                name="view_dissent_has_words",
            ),
        ]


class Discussion(models.Model):
    """A strategy discussion or hub discussion, held: who took part and what came of it (A11)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="discussions")
    kind = models.CharField(max_length=20)
    mode = models.CharField(max_length=20)
    held_at = models.DateTimeField()
    chaired_by = models.CharField(max_length=160)
    information_shared = models.TextField()
    section_47_met = models.CharField(max_length=20, blank=True)
    section_47_reasons = models.TextField(blank=True)
    enquiry_by = models.CharField(max_length=30, blank=True)
    next_steps = models.TextField(blank=True)
    missing_discipline_reason = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["strategy", "hub", "adult_planning"]),
                name="discussion_kind_is_known",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="strategy")
                | models.Q(section_47_met__in=["met", "not_met", "reconvene"]),
                name="discussion_strategy_answers_section_47",
            ),
        ]


class Participant(models.Model):
    """Somebody invited to a discussion: attended, sent apologies, or not invited and why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    discussion = models.ForeignKey(
        Discussion, on_delete=models.PROTECT, related_name="participants"
    )
    agency = models.ForeignKey(
        "accounts.Agency", null=True, on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=160)
    role = models.CharField(max_length=160, blank=True)
    presence = models.CharField(max_length=20)
    why_absent = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(presence__in=["attended", "apologies", "not_invited"]),
                name="participant_presence_is_known",
            ),
        ]


class Decision(models.Model):
    """A decision on a case, with the picture it was made on frozen and sealed (A10.6).

    `told_reason` is the reason in words the referrer may hear; the rationale stays in the hub.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="decisions")
    rating = models.CharField(max_length=20)
    level = models.CharField(max_length=20, blank=True)
    rationale = models.TextField()
    told_reason = models.TextField(blank=True)
    criteria = ArrayField(models.CharField(max_length=60), default=list)
    options_considered = models.TextField(blank=True)
    statutory_basis = models.CharField(max_length=200, blank=True)
    policy = models.ForeignKey("governance.Policy", on_delete=models.PROTECT, related_name="+")
    threshold_version = models.CharField(max_length=120, blank=True)
    without_returns_because = models.TextField(blank=True)
    without_discussion_because = models.TextField(blank=True)
    discussion = models.ForeignKey(
        Discussion, null=True, on_delete=models.PROTECT, related_name="+"
    )
    picture = models.BinaryField()
    picture_hash = models.CharField(max_length=64)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    reopened_at = models.DateTimeField(null=True)
    reopened_because = models.TextField(blank=True)
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(reopened_at=None),
                name="decision_one_standing_a_case",
            ),
            models.CheckConstraint(
                condition=models.Q(reopened_at=None, reopened_because="")
                | (models.Q(reopened_at__isnull=False) & ~models.Q(reopened_because="")),
                name="decision_reopened_says_why",
            ),
        ]


class Outcome(models.Model):
    """What was decided for one person on one track."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="outcomes")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    track = models.CharField(max_length=20)
    outcome = models.CharField(max_length=60)
    label = models.CharField(max_length=160)
    pan_london = models.CharField(max_length=30)
    contact_outcome = models.CharField(max_length=60)
    becomes_referral = models.BooleanField()
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "person", "track"], name="outcome_once_a_person_and_track"
            ),
        ]


class SecondReading(models.Model):
    """A second person's reading of a decision that ends the matter for somebody (A10.3).

    While it waits and `holds`, nobody outside the hub is told. Nobody reads their own.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    decision = models.OneToOneField(
        Decision, on_delete=models.PROTECT, related_name="second_reading"
    )
    state = models.CharField(max_length=20)
    why = models.TextField()
    holds = models.BooleanField()
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "set_aside"], read_at=None, read_by=None)
                | models.Q(
                    state__in=["agreed", "sent_back"], read_at__isnull=False, read_by__isnull=False
                ),
                name="second_reading_state",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="sent_back") | ~models.Q(words=""),
                name="second_reading_sent_back_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(read_by=None) | ~models.Q(read_by=models.F("decided_by")),
                name="second_reading_is_not_ones_own",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "asked_at"],
                condition=models.Q(state="waiting"),
                name="second_reading_waiting",
            ),
        ]


class DecisionDraft(models.Model):
    """What one practitioner has written so far of a decision, sealed; theirs alone (trust 5)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="+")
    practitioner = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    sealed = models.BinaryField()
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "practitioner"], name="decision_draft_one_each"
            ),
        ]
