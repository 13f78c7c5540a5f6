"""Hubs, agencies, practitioners and what each is where."""

import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models


class Hub(models.Model):
    """One safeguarding hub; every record of a concern belongs to exactly one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(unique=True, max_length=40)
    name = models.CharField(max_length=120)
    preset = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    duty_email = models.EmailField(blank=True)
    takes_public_concerns = models.BooleanField(default=True)
    policies_changed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """An organisation whose people work in, answer, or refer to one or more hubs."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=160)
    kind = models.CharField(max_length=30)

    class Meta:
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name


class HubAgency(models.Model):
    """An agency's place in a hub: a member who is asked, or one that only refers."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="places")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="places")
    is_member = models.BooleanField(default=True)
    lead_email = models.EmailField(blank=True)
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hub", "agency"], name="hub_agency_once"),
        ]


class Team(models.Model):
    """A team that takes hand-overs, and the system it keeps its own records in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="teams")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=120)
    system_name = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return self.name


class PractitionerManager(BaseUserManager["Practitioner"]):
    """Finding a practitioner by sign-in name, as Django's authentication asks."""


class Practitioner(AbstractBaseUser):
    """A person who signs in. What they may do is said by their memberships, never here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField("sign-in name", max_length=60, unique=True)
    name = models.CharField(max_length=120)
    job_title = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    registration_number = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=8, default="en-gb")
    preferences = models.JSONField(default=dict, blank=True)
    is_active = models.BooleanField(default=True)
    mfa_required = models.BooleanField(default=True)
    is_fictional = models.BooleanField(default=False)  # one of a demonstration's cast

    objects = PractitionerManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """What one practitioner is in one hub, for one agency, between two days."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, related_name="memberships"
    )
    hub = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="memberships")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships"
    )
    roles = ArrayField(models.CharField(max_length=40))
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practitioner", "hub", "agency"], name="membership_once"
            ),
            models.CheckConstraint(condition=~models.Q(roles=[]), name="membership_has_a_role"),
        ]


class Knock(models.Model):
    """How often one address has come to a hub's public door of late, known by its keyed hash.

    In the database, so that it holds for every process of the site; rows past their time go.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey(Hub, on_delete=models.PROTECT, related_name="+")
    door = models.CharField(max_length=30)
    origin_hash = models.CharField(max_length=64)
    first_at = models.DateTimeField()
    times = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hub", "door", "origin_hash"], name="knock_once"),
        ]
