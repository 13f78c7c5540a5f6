"""Whether something may be shared, on what basis, and what was."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from openmash.governance.terms import AgreementAnswer, Article6
from openmash.sharing.terms import DisclosureKind


class SharingDecision(models.Model):
    """A decision to share, or not, for one purpose, made before anything leaves (A14, A7.7).

    Agreement (openness with the family) and lawful basis are separate answers (A14.1).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(
        "cases.Case", on_delete=models.PROTECT, related_name="sharing_decisions"
    )
    to_share = models.BooleanField()
    purpose = models.CharField(max_length=300)
    informed = models.CharField(max_length=20)
    agreement = models.CharField(max_length=20)
    agreement_reason = models.CharField(max_length=60, blank=True)
    agreement_words = models.TextField(blank=True)
    article_6 = models.CharField(max_length=4, blank=True)
    article_9 = models.CharField(max_length=40, blank=True)
    paragraph_18 = models.CharField(max_length=40, blank=True)
    power_relied_on = models.CharField(max_length=200, blank=True)
    proportionality = models.TextField(blank=True)
    withheld_because = models.CharField(max_length=40, blank=True)
    was_urgent = models.BooleanField(default=False)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    completes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="completed_by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    agreement__in=["given", "refused", "not_sought", "not_possible", "withdrawn"]
                ),
                name="sharing_agreement_is_never_blank",
            ),
            models.CheckConstraint(
                condition=~models.Q(agreement="not_sought") | ~models.Q(agreement_reason=""),
                name="sharing_not_sought_has_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(to_share=False)
                | models.Q(was_urgent=True)
                | ~models.Q(article_6=""),
                name="sharing_has_a_lawful_basis",
            ),
            models.CheckConstraint(
                condition=models.Q(to_share=True) | ~models.Q(withheld_because=""),
                name="sharing_withheld_has_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["case", "decided_at"], name="sharing_standing")]

    @property
    def answer(self) -> AgreementAnswer:
        return AgreementAnswer(self.agreement)

    @property
    def basis(self) -> Article6 | None:
        return Article6(self.article_6) if self.article_6 else None


class Disclosure(models.Model):
    """Something that left: what, about whom, to whom, on which decision (A14.8)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="disclosures")
    decision = models.ForeignKey(
        SharingDecision, null=True, on_delete=models.PROTECT, related_name="disclosures"
    )
    kind = models.CharField(max_length=30)
    about_id = models.UUIDField()
    to_agency = models.ForeignKey(
        "accounts.Agency", null=True, on_delete=models.PROTECT, related_name="+"
    )
    to_words = models.CharField(max_length=200)
    what = models.TextField()
    persons = ArrayField(models.UUIDField(), default=list)
    disclosed_at = models.DateTimeField()
    disclosed_by_name = models.CharField(max_length=120)

    @property
    def kind_of(self) -> DisclosureKind:
        return DisclosureKind(self.kind)
