"""What arrived, exactly as sent, who it is about, and how it was screened."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Contact(models.Model):
    """One concern that arrived by any channel (A1.1). What was told is never edited.

    `received_at` is when it reached the hub or its sender's system, `logged_at` when it was typed
    or imported (A1.2). A changed notification under the same reference is a new version that
    `replaces` the earlier one (A1.3).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=30, default="triage")
    channel = models.CharField(max_length=30)
    source = models.CharField(max_length=20)
    kind = models.CharField(max_length=20, default="concern")
    received_at = models.DateTimeField()
    logged_at = models.DateTimeField()
    logged_by = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )
    logged_by_name = models.CharField(max_length=120)
    sender_reference = models.CharField(max_length=80, blank=True)
    content_hash = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )

    referring_agency = models.ForeignKey(
        "accounts.Agency", null=True, on_delete=models.PROTECT, related_name="+"
    )
    referrer = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )
    referrer_is_professional = models.BooleanField()
    referrer_name = models.CharField(max_length=160, blank=True)
    referrer_role = models.CharField(max_length=160, blank=True)
    referrer_organisation = models.CharField(max_length=200, blank=True)
    referrer_email = models.EmailField(blank=True)
    referrer_phone = models.CharField(max_length=60, blank=True)
    referrer_sealed = models.BinaryField(null=True)

    happened_from = models.DateTimeField(null=True)
    happened_precision = models.CharField(max_length=10, default="unknown")
    place = models.CharField(max_length=300, blank=True)
    reasons = ArrayField(models.CharField(max_length=60), default=list)
    told = models.TextField(blank=True)
    opinion = models.TextField(blank=True)
    child_words = models.TextField(blank=True)
    asking_for = models.CharField(max_length=30, default="not_stated")
    done_so_far = models.TextField(blank=True)
    last_seen = models.TextField(blank=True)
    worker_safety = models.TextField(blank=True)
    immediate_danger = models.BooleanField(default=False)
    sender_rating = models.CharField(max_length=40, blank=True)
    suggested_tracks = ArrayField(models.CharField(max_length=20), default=list)
    family_aware = models.CharField(max_length=20, default="not_stated")
    agreement = models.CharField(max_length=20, default="not_stated")
    agreement_reason = models.CharField(max_length=60, blank=True)
    agreement_words = models.TextField(blank=True)
    adult = models.JSONField(default=dict)
    doubts = ArrayField(models.CharField(max_length=300), default=list)

    supplied_by = models.ForeignKey(
        "accounts.Agency", null=True, on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=2, default="H2")
    audience = ArrayField(models.UUIDField(), default=list)
    restricted = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["hub", "source", "sender_reference", "version"],
                condition=~models.Q(sender_reference=""),
                name="contact_once_a_sender_reference_and_version",
            ),
            models.CheckConstraint(
                condition=models.Q(referrer_is_professional=True)
                | models.Q(
                    referrer_name="", referrer_email="", referrer_phone="", referrer_role=""
                ),
                name="contact_other_referrers_are_sealed",
            ),
        ]
        indexes = [
            models.Index(fields=["hub", "state", "received_at"], name="contact_queue"),
            models.Index(fields=["hub", "-received_at"], name="contact_newest"),
        ]


class Original(models.Model):
    """The bytes as they came, sealed, with a keyed hash (A1: immutable file and hash)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="originals")
    media_type = models.CharField(max_length=100)
    sealed = models.BinaryField()
    keyed_hash = models.CharField(max_length=64)
    kept_at = models.DateTimeField()


class Subject(models.Model):
    """Somebody a contact tells about, as told. `is_concern` where the concern is about them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="subjects")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=30)
    is_concern = models.BooleanField()
    name_as_told = models.CharField(max_length=400)
    born_as_told = models.CharField(max_length=60, blank=True)
    relationship_as_told = models.CharField(max_length=120, blank=True)
    school_as_told = models.CharField(max_length=200, blank=True)
    doubts = ArrayField(models.CharField(max_length=300), default=list)
    known_before = models.CharField(max_length=20, blank=True)
    became_referral_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contact", "person"], name="subject_once_a_contact"),
        ]
        indexes = [models.Index(fields=["person"], name="subject_person")]


class SubjectTrack(models.Model):
    """A track opened for one subject; one contact can open several (requirements 2.1)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="tracks")
    track = models.CharField(max_length=20)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "track"], name="subject_track_once"),
        ]


class AdultTest(models.Model):
    """The three-part test (Care Act 2014 s42) or section 126 (2014 Act, Wales), and their wishes.

    Answers are yes, no or not_known; the newest stands and earlier ones are kept (A5.9, A15).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="adult_tests")
    law = models.CharField(max_length=10)
    has_needs = models.CharField(max_length=10)
    is_at_risk = models.CharField(max_length=10)
    cannot_protect = models.CharField(max_length=10)
    reasons = models.TextField(blank=True)
    was_asked = models.CharField(max_length=20)
    not_asked_because = models.TextField(blank=True)
    wants = models.TextField(blank=True)
    safe_tonight = models.CharField(max_length=10)
    safe_tonight_words = models.TextField(blank=True)
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )


class Screening(models.Model):
    """A qualified person's first reading of a contact: rating, reasons, and what next (A5)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="screenings")
    rating = models.CharField(max_length=20)
    level = models.CharField(max_length=20, blank=True)
    can_decide_now = models.BooleanField()
    gate_reason = models.TextField()
    rationale = models.TextField()
    safeguarding_done = models.TextField(blank=True)
    safeguarding_done_at = models.DateTimeField(null=True)
    policy = models.ForeignKey("governance.Policy", on_delete=models.PROTECT, related_name="+")
    screened_at = models.DateTimeField()
    screened_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )


class Clarification(models.Model):
    """A question to the referrer, asked beside screening; no clock stops for it (A2.2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="clarifications")
    question = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_name = models.CharField(max_length=120, blank=True)


class Attachment(models.Model):
    """A file sent with a concern, sealed with its hash; served only as a download (A1, trust 5)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(
        Contact, null=True, on_delete=models.PROTECT, related_name="attachments"
    )
    draft = models.ForeignKey(
        "intake.Draft", null=True, on_delete=models.CASCADE, related_name="attachments"
    )
    filename = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sealed = models.BinaryField()
    keyed_hash = models.CharField(max_length=64)
    supplied_by = models.ForeignKey(
        "accounts.Agency", null=True, on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=2, default="H2")
    audience = ArrayField(models.UUIDField(), default=list)
    restricted = models.BooleanField(default=False)
    kept_at = models.DateTimeField()


class Draft(models.Model):
    """A form somebody has begun. Kept sealed on the server, nothing on the device (A2.3)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=30)
    practitioner = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )
    resume_hash = models.CharField(max_length=64, blank=True, db_index=True)
    sealed = models.BinaryField()
    about = models.UUIDField(null=True)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    sent_as = models.ForeignKey(Contact, null=True, on_delete=models.PROTECT, related_name="+")


class ImportBatch(models.Model):
    """One file imported, and what became of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=20)
    filename = models.CharField(max_length=200)
    keyed_hash = models.CharField(max_length=64)
    imported_at = models.DateTimeField()
    imported_by_name = models.CharField(max_length=120)
    contacts_new = models.PositiveIntegerField()
    contacts_changed = models.PositiveIntegerField()
    contacts_same = models.PositiveIntegerField()
    subjects_new = models.PositiveIntegerField()
    rows_refused = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "import batches"


class RefusedRow(models.Model):
    """Rows of a file that could not be loaded: a task to mend, never a silent loss (A1.3)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    batch = models.ForeignKey(ImportBatch, on_delete=models.PROTECT, related_name="refused")
    position = models.CharField(max_length=120)
    sender_reference = models.CharField(max_length=80, blank=True)
    sealed = models.BinaryField()
    keyed_hash = models.CharField(max_length=64)
    problems = models.JSONField()
    mended_as = models.ForeignKey(Contact, null=True, on_delete=models.PROTECT, related_name="+")
    set_aside_because = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )
