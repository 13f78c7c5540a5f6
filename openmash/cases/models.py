"""The hub's working file: a small spine that other rooms point at."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Case(models.Model):
    """One family's matter in the hub, from screening to the answer back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    status = models.CharField(max_length=20)
    rating = models.CharField(max_length=20)
    tracks = ArrayField(models.CharField(max_length=20), default=list)
    concern = models.CharField(max_length=300, blank=True)
    received_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    allocated_to = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )
    restricted = models.BooleanField(default=False)
    audience = ArrayField(models.UUIDField(), default=list)

    class Meta:
        indexes = [
            models.Index(
                fields=["hub", "received_at"],
                condition=models.Q(closed_at=None),
                name="case_open_by_age",
            ),
            models.Index(fields=["allocated_to"], name="case_holder"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    status__in=[
                        "checks",
                        "analysis",
                        "discussion",
                        "decision_pending",
                        "decided",
                        "onward",
                        "feedback_due",
                        "closed",
                    ]
                ),
                name="case_status_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(status="closed", closed_at__isnull=False)
                | (~models.Q(status="closed") & models.Q(closed_at=None)),
                name="case_closed_is_dated",
            ),
            models.CheckConstraint(
                condition=models.Q(restricted=False, audience=[])
                | (models.Q(restricted=True) & ~models.Q(audience=[])),
                name="case_restricted_names_its_people",
            ),
        ]


class CaseContact(models.Model):
    """A contact worked in a case; reports of one incident stay separate contacts (A4.2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="contact_links")
    contact = models.OneToOneField(
        "intake.Contact", on_delete=models.PROTECT, related_name="case_link"
    )
    linked_at = models.DateTimeField()


class CasePerson(models.Model):
    """Somebody in the case. `is_concern` where the concern is about them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=30)
    is_concern = models.BooleanField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "person"], name="case_person_once"),
        ]
        indexes = [models.Index(fields=["person"], name="case_person_person")]


class CaseAgency(models.Model):
    """An agency on the case: it was asked, or it referred. Its people may open the case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="agencies")
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "case agencies"
        constraints = [
            models.UniqueConstraint(fields=["case", "agency"], name="case_agency_once"),
        ]


class Allocation(models.Model):
    """Who held the case, from when to when, and who gave it to them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="allocations")
    practitioner = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(max_length=10)
    why = models.CharField(max_length=300, blank=True)
    held_from = models.DateTimeField()
    held_until = models.DateTimeField(null=True)
    given_by = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(held_until=None, kind="holder"),
                name="allocation_one_holder",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["holder", "cover"]), name="allocation_kind_is_known"
            ),
        ]


class StatusMove(models.Model):
    """The case moved from one status to another."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="moves")
    was = models.CharField(max_length=20, blank=True)
    became = models.CharField(max_length=20)
    why = models.CharField(max_length=300, blank=True)
    moved_at = models.DateTimeField()
    moved_by_name = models.CharField(max_length=120)


class Rating(models.Model):
    """One agency's rating of the case at one time; the hub's own is one of them (A5.4, A5.6).

    `settled_step` is the step of the ladder it was settled at, where agencies differed (A5.5).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="ratings")
    agency = models.ForeignKey(
        "accounts.Agency", null=True, on_delete=models.PROTECT, related_name="+"
    )
    is_hub = models.BooleanField()
    rating = models.CharField(max_length=20)
    why = models.TextField()
    policy = models.ForeignKey("governance.Policy", on_delete=models.PROTECT, related_name="+")
    rated_at = models.DateTimeField()
    rated_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    settled_step = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(settled_step=None) | models.Q(is_hub=True),
                name="rating_settled_by_hub",
            ),
        ]


class Conversation(models.Model):
    """The running record: a conversation tried or held, a note, or a manager's direction (A5.14).

    A correction is a new entry that `corrects` the old one; nothing is rubbed out.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="conversations")
    kind = models.CharField(max_length=20)
    with_whom = models.CharField(max_length=200, blank=True)
    how = models.CharField(max_length=20, blank=True)
    was_reached = models.BooleanField(null=True)
    happened_at = models.DateTimeField()
    said = models.TextField()
    agreed = models.TextField(blank=True)
    nature = models.CharField(max_length=20)
    supplied_by = models.ForeignKey(
        "accounts.Agency", null=True, on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=2, default="H2")
    audience = ArrayField(models.UUIDField(), default=list)
    restricted = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["conversation", "attempt", "note", "direction"]),
                name="conversation_kind_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(code__in=["H0", "H1", "H2", "H3"]),
                name="conversation_code_is_the_hubs",
            ),
        ]
        indexes = [models.Index(fields=["case", "-happened_at"], name="conversation_newest")]
