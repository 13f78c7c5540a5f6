"""What makes `tower-hamlets` that hub (S-LON)."""

from datetime import date

import pytest

from openmash.governance.rules import ContactFacts, load_preset, not_taken_on
from openmash.governance.terms import Edition, Visibility

TODAY = date(2026, 5, 6)
every_edition = pytest.mark.parametrize("edition", list(Edition))


@every_edition
def test_everyone_in_the_hub_sees_what_every_agency_put_in(edition):
    assert load_preset("tower-hamlets", edition).visibility is Visibility.OPEN


@every_edition
@pytest.mark.parametrize(
    ("facts", "who"),
    [
        (ContactFacts(TODAY, organisation="Fairwater General Hospital"), "hospital social work"),
        (ContactFacts(TODAY, source="3E"), "hospital social work"),
        (ContactFacts(TODAY, reasons=["disability"]), "disabled children"),
        (ContactFacts(TODAY, reasons=["private_fostering"]), "private fostering"),
    ],
)
def test_three_kinds_of_referral_are_not_the_hubs_and_it_says_whose_they_are(edition, facts, who):
    why = not_taken_on(load_preset("tower-hamlets", edition), facts)
    assert who in why.split(". ")[-1]


@every_edition
def test_the_majority_of_referrals_are(edition):
    facts = ContactFacts(TODAY, source="3A", organisation="The Surgery", reasons=["neglect"])
    assert not_taken_on(load_preset("tower-hamlets", edition), facts) is None


def test_as_described_it_had_no_agreement_on_sharing_yet():
    described = load_preset("tower-hamlets", Edition.AS_DESCRIBED)
    assert any("information sharing" in each for each in described.planned)
