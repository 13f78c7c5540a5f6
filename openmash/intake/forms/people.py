"""Who a concern is about: a few people in rows, their household once (A3.3)."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from openmash.intake.forms.words import OneOf, Unjudged, Words
from openmash.intake.rules.typed_people import Household, PersonTyped
from openmash.intake.terms import WhoTold
from openmash.people.terms import Sex

MOST_PEOPLE = 20
ABOUT_ADULT = "about-the-adult"  # the part of the page that asks of an adult
FIRST_ROWS = (WhoTold.CHILD, WhoTold.CHILD, WhoTold.MOTHER, WhoTold.FATHER)
SEXES = (("", _("Choose…")), (Sex.FEMALE, _("Female")), (Sex.MALE, _("Male")))


class PersonForm(Unjudged):
    """One person; a row nobody fills in is nobody."""

    who = OneOf(WhoTold, radios=False, shows={WhoTold.ADULT: ABOUT_ADULT}, label=_("Who they are"))
    given_names = Words(label=_("First names"))
    family_name = Words(label=_("Family name"))
    born = Words(
        label=_("Born, age, or date expected"),
        help_text=_("As you know it: 27 3 2016, March 2016, about 9. A baby: the day it is due."),
        css="govuk-input--width-10",
    )
    sex = forms.ChoiceField(label=_("Sex"), choices=SEXES, required=False)
    school = Words(label=_("School, nursery or day service"))
    phone = Words(label=_("Telephone"), css="govuk-input--width-10")
    nhs_number = Words(label=_("NHS number"), css="govuk-input--width-10")
    first_language = Words(label=_("First language"), css="govuk-input--width-10")
    needs_interpreter = forms.BooleanField(label=_("Needs an interpreter"), required=False)
    communication_needs = Words(label=_("How best to communicate with them"))
    elsewhere = forms.BooleanField(label=_("Lives somewhere else"), required=False)
    address = Words(label=_("Their own address"))
    postcode = Words(label=_("Their own postcode"), css="govuk-input--width-10")
    known = forms.UUIDField(required=False, widget=forms.HiddenInput)

    reveals: Mapping[str, Mapping[str, Sequence[str]]] = {
        "elsewhere": {"on": ["address", "postcode"]}
    }
    in_brief = ("who", "given_names", "family_name", "born")

    @property
    def brief_fields(self) -> list[forms.BoundField]:
        """Return what is asked of everybody."""
        return [self[each] for each in self.in_brief]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """Return what may be added of anybody."""
        left_out = {*self.in_brief, "known", *self.reveals["elsewhere"]["on"]}
        return [each for each in self if each.name not in left_out]

    @property
    def typed(self) -> PersonTyped:
        """Return the answers for the rule that reads them."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "known"}
        told["who"] = WhoTold(told["who"] or WhoTold.OTHER)
        told["sex"] = Sex(told["sex"]) if told["sex"] else Sex.NOT_KNOWN
        return PersonTyped(**told)

    @property
    def is_somebody(self) -> bool:
        """Say whether the row tells of anybody: a baby not yet born needs no name."""
        is_baby = self.typed.who is WhoTold.UNBORN
        return is_baby or not self.typed.is_blank or self.known_id is not None

    @property
    def is_adult_told(self) -> bool:
        """Say whether this row is marked as the adult it is about, judged or not."""
        said: str | None = self["who"].value()
        return said == WhoTold.ADULT

    @property
    def known_id(self) -> UUID | None:
        """Return whom the hub knows this person as, where they were chosen from a search."""
        found: UUID | None = self.cleaned_data.get("known")
        return found


class HouseholdForm(Unjudged):
    """Where they live, entered once for everybody (budget 1)."""

    home_address = Words(
        label=_("Address of the household"),
        help_text=_("Everybody lives here unless you say so. “No fixed abode” is an answer."),
    )
    home_postcode = Words(label=_("Postcode"), css="govuk-input--width-10")
    address_protected = forms.BooleanField(
        label=_("Somebody must not learn this address"), required=False
    )
    contact_unsafe = forms.BooleanField(
        label=_("It is not safe to ring or write to them there"), required=False
    )

    @property
    def household(self) -> Household:
        told = self.cleaned_data
        return Household(
            address=told["home_address"],
            postcode=told["home_postcode"],
            address_protected=told["address_protected"],
            contact_unsafe=told["contact_unsafe"],
        )


def rows_of(data: QueryDict | None, *, is_judged: bool, more: int = 0) -> list[PersonForm]:
    """Return a form for every row of people posted, with `more` empty ones after them."""
    if data is None:
        return [empty_row(n, who) for n, who in enumerate(FIRST_ROWS)]
    posted = rows_posted(data)
    rows = [PersonForm(data, prefix=f"p{n}", is_judged=is_judged) for n in range(posted)]
    return rows + [empty_row(n) for n in range(posted, min(posted + more, MOST_PEOPLE))]


def empty_row(number: int, who: WhoTold = WhoTold.OTHER, **initial: Any) -> PersonForm:
    """Return a row nobody has filled in yet."""
    return PersonForm(prefix=f"p{number}", initial={"who": who.value, **initial})


def rows_posted(data: QueryDict) -> int:
    """Return how many rows a form says it has, never more than can be read."""
    said = data.get("rows", "")
    return max(1, min(int(said), MOST_PEOPLE)) if said.isascii() and said.isdigit() else 1
