"""What somebody without an account is asked: as little as can be (A1)."""

from dataclasses import replace
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from openmash.intake.forms.words import OneOf, Unjudged, Words
from openmash.intake.rules.characters import storable
from openmash.intake.rules.told import ToldPerson, ToldReferrer
from openmash.intake.rules.typed_contact import ContactTyped
from openmash.intake.rules.typed_people import Household, PersonTyped, person_typed
from openmash.intake.terms import SourceCode, WhoTold

NOT_SAID = "It was not said whether this is a child or an adult."
SENDERS = (
    ("1A", _("I am family, or care for them")),
    ("1B", _("I am a friend or a neighbour")),
    ("1C", _("It is about me")),
    ("1D", _("Somebody else")),
    ("9", _("I would rather not say")),
)


class PublicForm(Unjudged):
    """What worries them, who it is about, and, only if they wish, who they are."""

    immediate_danger = forms.BooleanField(
        label=_("Somebody is in danger now"),
        help_text=_("Ring 999 first. Then send this as well."),
        required=False,
    )
    narrative = Words(
        label=_("What worries you?"),
        help_text=_("What you saw or heard, and when. Your own words are best."),
        rows=8,
    )
    who = OneOf((WhoTold.CHILD, WhoTold.UNBORN, WhoTold.ADULT), label=_("Who is it about?"))
    given_names = Words(label=_("Their first name, if you know it"))
    family_name = Words(label=_("Their family name, if you know it"))
    born = Words(label=_("How old they are, or about"), css="govuk-input--width-10")
    address = Words(
        label=_("Where they live, or where we could find them"),
        help_text=_("An address, a street, a school: whatever you know."),
    )
    source = forms.ChoiceField(
        label=_("Who are you?"), choices=SENDERS, required=False, widget=forms.RadioSelect
    )
    referrer_name = Words(label=_("Your name"))
    referrer_contact = Words(
        label=_("A telephone number or email"),
        help_text=_(
            "Only if we may ask you more. This form tells nobody in the family who you are."
        ),
    )
    about_them = ("who", "given_names", "family_name", "born", "address")
    about_you = ("source", "referrer_name", "referrer_contact")

    @property
    def them_fields(self) -> list[forms.BoundField]:
        return [self[each] for each in self.about_them]

    @property
    def you_fields(self) -> list[forms.BoundField]:
        return [self[each] for each in self.about_you]

    @property
    def typed(self) -> ContactTyped:
        told = self.cleaned_data
        return ContactTyped(
            narrative=told["narrative"],
            immediate_danger=told["immediate_danger"],
            place="" if self.is_somebody else told["address"],
        )

    @property
    def is_somebody(self) -> bool:
        told = self.cleaned_data
        return any(told[each] for each in ("who", "given_names", "family_name", "born"))

    def people(self, *, on: date) -> list[ToldPerson]:
        """Return who it is about; where it was not said, a child, and a doubt that says so."""
        told = self.cleaned_data
        if not self.is_somebody:
            return []
        names = {each: told[each] for each in ("given_names", "family_name", "born")}
        typed = PersonTyped(who=WhoTold(told["who"] or WhoTold.CHILD), **names)
        person = person_typed(typed, Household(address=told["address"]), on=on)
        doubts = () if told["who"] else (NOT_SAID,)
        return [replace(person, doubts=person.doubts + doubts)]

    @property
    def told_by(self) -> ToldReferrer:
        told = {name: storable(str(value)) for name, value in self.cleaned_data.items()}
        contact = told["referrer_contact"].strip()
        return ToldReferrer(
            name=told["referrer_name"],
            email=contact if "@" in contact else "",
            phone="" if "@" in contact else contact,
            is_professional=False,
            source_code=SourceCode(told["source"] or SourceCode.ANONYMOUS),
        )


class ComeBackForm(forms.Form):
    """The code somebody was given when they kept a form."""

    mark_optional = False

    code = Words(
        label=_("Your code"),
        help_text=_("The five words you were given. Capitals and spaces do not matter."),
    )
