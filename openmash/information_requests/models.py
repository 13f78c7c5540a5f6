"""Asking a partner what it holds, and keeping its answer as it gave it."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class InformationRequest(models.Model):
    """One agency asked, about chosen people, for a stated purpose, within a stated time (A7)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="information_requests"
    )
    agency = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(
        "sharing.SharingDecision", on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=20)
    rating = models.CharField(max_length=20)
    purpose = models.CharField(max_length=300)
    power_relied_on = models.CharField(max_length=200)
    summary = models.TextField()
    question = models.TextField()
    prompts = ArrayField(models.CharField(max_length=200), default=list)
    period_from = models.DateField(null=True)
    period_until = models.DateField(null=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="open", answered_at=None)
                | models.Q(state="answered", answered_at__isnull=False)
                | (models.Q(state="withdrawn") & ~models.Q(withdrawn_because="")),
                name="request_state",
            ),
        ]
        indexes = [
            models.Index(fields=["agency", "state", "due_at"], name="request_desk"),
        ]


class RequestPerson(models.Model):
    """Somebody an agency is asked about: the least it needs to look them up."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(InformationRequest, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=30)
    name = models.CharField(max_length=400)
    born_words = models.CharField(max_length=60, blank=True)
    address_words = models.CharField(max_length=320, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "person"], name="request_person_once"),
        ]


class Return(models.Model):
    """An agency's answer about one person asked about; a correction is a new one (A7.10)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        InformationRequest, on_delete=models.PROTECT, related_name="returns"
    )
    asked_about = models.ForeignKey(RequestPerson, on_delete=models.PROTECT, related_name="returns")
    answer = models.CharField(max_length=20)
    refused_because = models.CharField(max_length=40, blank=True)
    refused_words = models.TextField(blank=True)
    involvement = models.TextField(blank=True)
    analysis = models.TextField(blank=True)
    suggested_rating = models.CharField(max_length=20, blank=True)
    is_partial = models.BooleanField(default=False)
    answered_at = models.DateTimeField()
    answered_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    supplied_by = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=2, default="H2")
    audience = ArrayField(models.UUIDField(), default=list)
    restricted = models.BooleanField(default=False)
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by"
    )
    correction_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    answer__in=["known", "known_historic", "not_known", "no_trace"],
                    refused_because="",
                )
                | (models.Q(answer="cannot_disclose") & ~models.Q(refused_because="")),
                name="return_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(corrects=None) | ~models.Q(correction_reason=""),
                name="return_correction_has_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(code__in=["H0", "H1", "H2", "H3", "H4"]),
                name="return_code_is_a_handling_code",
            ),
        ]


class Item(models.Model):
    """One piece of information in a return, under the code its agency set (A8.2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    of_return = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="items")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    words = models.TextField()
    nature = models.CharField(max_length=20)
    happened_from = models.DateField(null=True)
    happened_until = models.DateField(null=True)
    happened_precision = models.CharField(max_length=10, default="unknown")
    source_system = models.CharField(max_length=80, blank=True)
    supplied_by = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=2)
    audience = ArrayField(models.UUIDField(), default=list)
    restricted = models.BooleanField(default=False)
    speak_to = models.CharField(max_length=160, blank=True)
    raised_to = models.CharField(max_length=2, blank=True)
    given_at = models.DateTimeField()
    entry_id = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of_return", "position"], name="item_position_once"),
            models.CheckConstraint(
                condition=models.Q(code__in=["H0", "H1", "H2", "H3", "H4"]),
                name="item_code_is_a_handling_code",
            ),
            models.CheckConstraint(
                condition=~models.Q(code="H4") | ~models.Q(speak_to=""),
                name="item_h4_says_whom_to_speak_to",
            ),
            models.CheckConstraint(
                condition=models.Q(nature__in=["fact", "opinion", "intelligence"]),
                name="item_nature",
            ),
            models.CheckConstraint(
                condition=models.Q(happened_from=None, happened_precision="unknown")
                | (models.Q(happened_from__isnull=False) & ~models.Q(happened_precision="unknown")),
                name="item_precision_agrees",
            ),
        ]


class FormOfWords(models.Model):
    """What may be said in place of an `H3` or `H4` item, under a lower code of its own (A8.2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="form_of_words")
    words = models.TextField()
    supplied_by = models.ForeignKey("accounts.Agency", on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=2)
    audience = ArrayField(models.UUIDField(), default=list)
    restricted = models.BooleanField(default=False)
    entry_id = models.UUIDField()

    class Meta:
        verbose_name_plural = "forms of words"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__in=["H0", "H1", "H2", "H3"]),
                name="form_of_words_code_is_lower_than_its_item",
            ),
        ]


class CodeMove(models.Model):
    """An item's code was raised by the hub, or lowered by the agency that owns it (A8.2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="code_moves")
    was = models.CharField(max_length=2)
    became = models.CharField(max_length=2)
    why = models.CharField(max_length=300)
    moved_at = models.DateTimeField()
    moved_by_name = models.CharField(max_length=120)


class Spoken(models.Model):
    """The conversation an `H4` item asks for was held, and is in the running record (A8.2)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    item = models.OneToOneField(Item, on_delete=models.PROTECT, related_name="spoken")
    conversation = models.ForeignKey(
        "cases.Conversation", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "spoken"


class Chaser(models.Model):
    """The agency was reminded: by whom, how, and at which rung (A6.3)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        InformationRequest, on_delete=models.PROTECT, related_name="chasers"
    )
    rung = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=300, blank=True)
    chased_at = models.DateTimeField()
    chased_by_name = models.CharField(max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request", "rung"],
                condition=models.Q(rung__gt=0),
                name="chaser_once_a_rung",
            ),
        ]
