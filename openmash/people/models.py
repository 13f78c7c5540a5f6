"""People as they were told about, and what each telling said. Links group records; rows stay.

Every record of a concern points at the `Person` it was told about. `identity_id` says which of
them are held to be one human being; joining and parting (the matching room) recompute it.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Person(models.Model):
    """One telling of one person. Either a date of birth or an expected date, not both (A3.6)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    identity_id = models.UUIDField(db_index=True)
    born_on = models.DateField(null=True)
    born_precision = models.CharField(max_length=10, default="unknown")
    expected_on = models.DateField(null=True)
    died_on = models.DateField(null=True)
    sex = models.CharField(max_length=1, blank=True)
    gender = models.CharField(max_length=60, blank=True)
    ethnicity = models.CharField(max_length=4, blank=True)
    ethnicity_perceived = models.CharField(max_length=40, blank=True)
    first_language = models.CharField(max_length=60, blank=True)
    needs_interpreter = models.BooleanField(default=False)
    communication_needs = models.CharField(max_length=300, blank=True)
    address_protected = models.BooleanField(default=False)
    restricted = models.BooleanField(default=False)
    audience = ArrayField(models.UUIDField(), default=list)  # who may know of a restricted person
    created_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "people"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(born_on=None) | models.Q(expected_on=None),
                name="person_born_or_expected",
            ),
            models.CheckConstraint(
                condition=models.Q(born_on=None, born_precision="unknown")
                | (models.Q(born_on__isnull=False) & ~models.Q(born_precision="unknown")),
                name="person_birth_precision_agrees",
            ),
            models.CheckConstraint(
                condition=models.Q(born_precision__in=["day", "month", "year", "about", "unknown"]),
                name="person_birth_precision",
            ),
            models.CheckConstraint(
                condition=models.Q(sex__in=["M", "F", "U", ""]), name="person_sex"
            ),
        ]
        indexes = [models.Index(fields=["hub", "identity_id"], name="person_by_identity")]


class PersonName(models.Model):
    """A name somebody is or was known by, in its own order and script."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="names")
    given = models.CharField(max_length=200, blank=True)
    family = models.CharField(max_length=200, blank=True)
    use = models.CharField(max_length=20, default="as_told")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(given="", family=""), name="person_name_is_not_blank"
            ),
        ]


class Identifier(models.Model):
    """A number another organisation knows somebody by."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    scheme = models.CharField(max_length=30)
    value = models.CharField(max_length=60)
    verified = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()


class Address(models.Model):
    """Where somebody lives or lived. A protected address is held sealed, never in the clear."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="addresses")
    line = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=12, blank=True)
    use = models.CharField(max_length=20, default="home")
    is_protected = models.BooleanField(default=False)
    sealed = models.BinaryField(null=True)
    lived_from = models.DateField(null=True)
    lived_until = models.DateField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "addresses"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_protected=False, sealed=None)
                | models.Q(is_protected=True, line="", postcode="", sealed__isnull=False),
                name="address_protected_is_sealed",
            ),
        ]


class ContactDetail(models.Model):
    """A telephone number or e-mail address; where it is not safe to use, it is held sealed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contact_details")
    kind = models.CharField(max_length=10)
    value = models.CharField(max_length=200, blank=True)
    sealed = models.BinaryField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["phone", "email"]), name="contact_detail_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(sealed=None) | models.Q(value=""),
                name="contact_detail_unsafe_is_sealed",
            ),
        ]


class Relationship(models.Model):
    """What `other` is to `person`, between two days; parental responsibility said, not guessed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="related_to")
    kind = models.CharField(max_length=30)
    as_told = models.CharField(max_length=120, blank=True)
    parental_responsibility = models.BooleanField(null=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(person=models.F("other")), name="relationship_is_with_another"
            ),
        ]


class PersonKey(models.Model):
    """A token somebody can be found by: kind *search* for typing, *match* for suggesting."""

    id = models.BigAutoField(primary_key=True)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="keys")
    kind = models.CharField(max_length=8)
    value = models.CharField(max_length=120, db_collation="C")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["hub", "kind", "value", "person"], name="person_key_once"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["search", "match"]), name="person_key_kind"
            ),
        ]
