"""What the living style guide shows: every component in its states, with invented people."""

from datetime import date, datetime, timedelta
from itertools import cycle
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from openmash.core.partial_dates import PartialDate, Precision
from openmash.people.fields import DayField, MomentField, PartialDateField
from openmash.web.marks import RATING_SHAPES

COLOURS = ("paper", "surface", "line", "edge", "ink", "quiet", "accent", "chosen", "focus")
ANSWERED = (("Police", "P"), ("Health", "H"), ("Education", "E"), ("Social care", "S"))


class SpecimenForm(forms.Form):
    """Every kind of control, one of them revealed by another's answer."""

    reveals = {"agreement": {"no": ["why_not"]}, "is_urgent": {"on": ["what_now"]}}

    name = forms.CharField(label=_("Name"), help_text=_("As they write it themselves."))
    born = PartialDateField(label=_("Date of birth"), help_text=_("Leave out what is not known."))
    seen_on = DayField(label=_("Last seen"), required=False)
    happened_at = MomentField(label=_("When it happened"), required=False)
    words = forms.CharField(label=_("What happened"), max_length=200, widget=forms.Textarea)
    channel = forms.ChoiceField(
        label=_("How it arrived"),
        choices=[("", ""), ("phone", _("Telephone")), ("post", _("Post"))],
    )
    agreement = forms.ChoiceField(
        label=_("Has the parent agreed?"),
        choices=[("yes", _("Yes")), ("no", _("No, or not asked"))],
        widget=forms.RadioSelect,
    )
    why_not = forms.CharField(label=_("Why not"), required=False)
    tracks = forms.MultipleChoiceField(
        label=_("Tracks"),
        choices=[("child", _("Child")), ("adult", _("Adult"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_urgent = forms.BooleanField(label=_("Somebody may be in danger now"), required=False)
    what_now = forms.CharField(label=_("What has been done"), required=False)
    paper = forms.FileField(label=_("Document"), required=False)


def specimens(*, at: datetime) -> dict[str, Any]:
    """Return the style guide's context: the same things on every visit, measured from `at`."""
    wrong = SpecimenForm({"born_day": "31", "born_month": "2", "born_year": "2020"})
    wrong.is_valid()
    return {
        "colours": (*COLOURS, *RATING_SHAPES),
        "codes": ("H0", "H1", "H2", "H3", "H4"),
        "clocks": _clocks(at),
        "moments": [at + timedelta(hours=hours) for hours in (-400 * 24, -200, -24, -1, 1, 20, 90)],
        "births": _births(at),
        "rows": _rows(at),
        "form": SpecimenForm(auto_id="plain_%s"),
        "wrong": wrong,
        "page": Paginator(range(300), 50).page(2),
        "facts": {_("Born"): "4 March 2021", _("Area"): "ZX9", _("Address"): _("protected")},
        "reasons": [
            _("Say why, in your own words."),
            _("Wait for health, or close the request with a reason."),
        ],
        "story": _story(at),
    }


def _clocks(at: datetime) -> list[dict[str, Any]]:
    minutes = (12, 100, 240 + 60, 60 * 24, 60 * 24 * 9, -12, -60 * 30, -60 * 24 * 4)
    running = [{"due_at": at + timedelta(minutes=each)} for each in minutes]
    hour = timedelta(hours=1)
    stopped = [
        {"due_at": at, "stopped_at": at - hour},
        {"due_at": at, "stopped_at": at + 3 * hour},
    ]
    return running + stopped


def _births(at: datetime) -> list[PartialDate]:
    today = at.date()
    days = [today - timedelta(days=each) for each in (3, 20, 200, 500, 1600)]
    told = [PartialDate(each) for each in [*days, today + timedelta(days=90)]]
    return [
        *told,
        PartialDate(date(2018, 6, 1), Precision.MONTH),
        PartialDate(date(2016, 1, 1), Precision.ABOUT),
        PartialDate(None, Precision.UNKNOWN),
    ]


def _rows(at: datetime) -> list[dict[str, Any]]:
    kinds = (
        ("red", "Maya Dobson", 4, _("Domestic abuse, child injured"), 52),
        ("amber", "Iwan Prŷs", 81, _("Neglect, care home"), 500),
        ("amber", "نور الهاشمي", 9, _("Exploitation, missing from home"), 700),
        ("green", "Oluwaseun Adébáyọ̀-Fitzgerald-Montgomery", 13, _("Low attendance"), 4000),
        ("blue", "Caitlín Ní Dhomhnaill", 2, _("Advice only"), -200),
    )
    return [
        {
            "rating": colour,
            "name": name,
            "born": PartialDate(date(at.year - age, 1, 1)),
            "concern": concern,
            "states": _states(number),
            "clock": at + timedelta(minutes=minutes + 7 * number),
        }
        for number, (colour, name, age, concern, minutes) in zip(range(16), cycle(kinds))
    ]


def _states(number: int) -> list[dict[str, str]]:
    kinds = ("answered", "waiting", "nil", "refused", "late", "not_asked")
    return [
        {"name": name, "letters": letter, "state": kinds[(number + place) % len(kinds)]}
        for place, (name, letter) in enumerate(ANSWERED)
    ]


def _story(at: datetime) -> list[dict[str, Any]]:
    day = timedelta(days=1)
    return [
        {
            "at": at - day,
            "words": _("Police called to a loud argument; child upstairs."),
            "agency": _("Police"),
            "nature": _("fact"),
            "code": "H2",
        },
        {
            "at": at - 40 * day,
            "words": _("School: arrives hungry on Mondays."),
            "agency": _("Education"),
            "nature": _("opinion"),
            "code": "H1",
        },
        {
            "at": at - 300 * day,
            "words": _("Health visitor not let in, twice."),
            "agency": _("Health"),
            "nature": _("fact"),
            "code": "H0",
        },
    ]
