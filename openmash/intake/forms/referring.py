"""What a professional is asked when sending a concern, with the hub's signs as help (A2, A2.5)."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.core.viewers import Standing
from openmash.governance.rules import PolicyDocument
from openmash.intake.forms.concern import ConcernForm
from openmash.intake.forms.words import Words
from openmash.intake.rules.characters import storable
from openmash.intake.rules.senders import adult_source_of_agency, source_of_agency
from openmash.intake.rules.told import ToldReferrer

if TYPE_CHECKING:
    from openmash.accounts.models import Practitioner


class ManyFiles(forms.ClearableFileInput):
    """A box that takes several files."""

    allow_multiple_selected = True


class ReferralForm(ConcernForm):
    """A professional's concern; the signs chosen are advice to whoever reads, and block nothing."""

    level = forms.ChoiceField(label=_("Level of need, in your view"), required=False)
    signs = forms.MultipleChoiceField(
        label=_("Signs you recognise"), required=False, widget=forms.CheckboxSelectMultiple
    )
    referrer_phone = Words(label=_("A telephone number we can ring you on"))
    papers = forms.FileField(
        label=_("Papers"),
        help_text=_("A body map, a chronology, a report. They are kept sealed."),
        required=False,
        widget=ManyFiles(attrs={"multiple": True}),
    )

    def __init__(self, *args: Any, document: PolicyDocument, **kwargs: Any) -> None:
        super().__init__(*args, document=document, **kwargs)
        self.introduction = say(document.form.introduction) if document.form.introduction else ""
        published = document.thresholds.indicators if document.thresholds else ()
        self.fields["signs"].choices = [(each.code, say(each.words)) for each in published]  # type: ignore[attr-defined]
        self.fields["level"].choices = [  # type: ignore[attr-defined]
            ("", say("Choose…")),
            *((each.name, f"{each.level}. {say(each.name)}") for each in document.levels),
        ]
        self.words_of = {each.code: each.words for each in published}

    @property
    def level_fields(self) -> list[forms.BoundField]:
        return self.section("level")

    @property
    def signs_fields(self) -> list[forms.BoundField]:
        return self.section("signs")

    @property
    def papers_fields(self) -> list[forms.BoundField]:
        return self.section("papers")

    def _coded(self) -> dict[str, Any]:
        told = self.cleaned_data
        return super()._coded() | {
            "level_in_their_view": told["level"],
            "signs": tuple(self.words_of[each] for each in told["signs"]),
        }

    def told_by(self, sender: "Practitioner", standing: Standing) -> ToldReferrer:
        """Return the one who has signed in, as who tells it: nobody types their own name."""
        return ToldReferrer(
            name=sender.name,
            role=sender.job_title,
            organisation=standing.agency_name,
            email=sender.email,
            phone=storable(self.cleaned_data["referrer_phone"]),
            source_code=source_of_agency(standing.agency_kind),
            adult_source=adult_source_of_agency(standing.agency_kind),
        )
