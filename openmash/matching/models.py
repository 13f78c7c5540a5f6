"""Suggestions that two records are one person, and the judgements people made of them."""

import uuid

from django.db import models


class Suggestion(models.Model):
    """Two records that may be one person, with every reason, until a person answers (A3.1)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    told = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    known = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    weight = models.FloatField()
    band = models.CharField(max_length=10)
    preselected = models.BooleanField(default=False)
    evidence = models.JSONField()
    weights_name = models.CharField(max_length=40)
    suggested_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["told", "known"],
                condition=models.Q(answered_at=None),
                name="suggestion_one_open_a_pair",
            ),
            models.CheckConstraint(
                condition=models.Q(band__in=["same", "look", "different"]), name="suggestion_band"
            ),
            models.CheckConstraint(
                condition=~models.Q(told=models.F("known")), name="suggestion_is_of_two"
            ),
        ]


class Judgement(models.Model):
    """A practitioner's answer: the same person, or kept apart. The latest of a pair stands."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    left = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    right = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=10)
    why = models.TextField(blank=True)
    judged_at = models.DateTimeField()
    judged_by = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )
    judged_by_name = models.CharField(max_length=120)
    evidence = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verdict__in=["same", "apart"]), name="judgement_verdict"
            ),
            models.CheckConstraint(
                condition=~models.Q(left=models.F("right")), name="judgement_is_of_two"
            ),
        ]
