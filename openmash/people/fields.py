"""Form fields for dates and moments as people give them: three boxes, blanks, "about".

A documented fourth door of this room: any later room's forms may use them. The boxes are plain
text, because pickers are slow to type in and a month may be said in letters.
"""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from openmash.core.partial_dates import PartialDate, Precision

LONDON = ZoneInfo("Europe/London")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MISRHOEDD = ("ion", "chw", "maw", "ebr", "mai", "meh", "gor", "aws", "med", "hyd", "tach", "rhag")
NUMBER_BOX = {"inputmode": "numeric", "autocomplete": "off"}

NOT_REAL = _("%(label)s must be a real date, such as 27 3 2016.")
NEEDS_ALL = _("%(label)s must include a day, a month and a year.")
NEEDS_YEAR = _("%(label)s must include a year, or be left empty.")
NEEDS_MONTH = _("%(label)s has a day but no month.")
NOT_A_TIME = _("Write the time like 17:05 or 5.05pm.")
NO_SUCH_TIME = _("The clocks went forward: that time did not happen on that day.")


class Boxes(forms.MultiWidget):
    """Several small boxes with a visible label on each."""

    use_fieldset = True
    labels: tuple[Any, ...] = ()

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else id_


def _number_box(width: int) -> forms.TextInput:
    return forms.TextInput(attrs={**NUMBER_BOX, "class": f"govuk-input--width-{width}"})


class DayBoxes(Boxes):
    """Day, month, year."""

    labels = (_("Day"), _("Month"), _("Year"))

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            "day": _number_box(2),
            "month": _number_box(2),
            "year": _number_box(4),
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: date | None) -> list[Any]:
        return [value.day, value.month, value.year] if value else [None, None, None]


class PartialDateBoxes(Boxes):
    """Day, month, year, any of the first two blank, and "approximate"."""

    labels = (_("Day"), _("Month"), _("Year"), _("Approximate"))

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            "day": _number_box(2),
            "month": _number_box(2),
            "year": _number_box(4),
            "about": forms.CheckboxInput(),
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: PartialDate | None) -> list[Any]:
        if value is None or value.day is None:
            return [None, None, None, False]
        known, day = value.precision, value.day
        return [
            day.day if known is Precision.DAY else None,
            day.month if known in (Precision.DAY, Precision.MONTH) else None,
            day.year,
            known is Precision.ABOUT,
        ]


class MomentBoxes(Boxes):
    """Day, month, year and the time of day."""

    labels = (_("Day"), _("Month"), _("Year"), _("Time"))

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        clock = forms.TextInput(attrs={"autocomplete": "off", "class": "govuk-input--width-4"})
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            "day": _number_box(2),
            "month": _number_box(2),
            "year": _number_box(4),
            "time": clock,
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: datetime | None) -> list[Any]:
        if value is None:
            return [None, None, None, None]
        here = value.astimezone(LONDON)
        return [here.day, here.month, here.year, f"{here:%H:%M}"]


class _BoxesField(forms.MultiValueField):
    """Text boxes read together, so that one problem is told once and names the field."""

    def __init__(self, boxes: int, **kwargs: Any) -> None:
        parts = [forms.CharField(required=False, strip=True) for _each in range(boxes)]
        super().__init__(parts, require_all_fields=False, **kwargs)

    def _refuse(self, words: Any) -> ValidationError:
        return ValidationError(words, params={"label": self.label or _("The date")})


class DayField(_BoxesField):
    """A whole day in three boxes."""

    widget = DayBoxes

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(3, **kwargs)

    def compress(self, values: list[str]) -> date | None:
        if not any(values):
            return None
        if not all(values):
            raise self._refuse(NEEDS_ALL)
        if (found := read_day(*values)) is None:
            raise self._refuse(NOT_REAL)
        return found


class PartialDateField(_BoxesField):
    """A date as far as it is known: whole, month and year, a year, or about a year (A9.3)."""

    widget = PartialDateBoxes

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(4, **kwargs)

    def compress(self, values: list[str]) -> PartialDate | None:
        day, month, year, about = (*values, "", "", "", "")[:4]
        if not (day or month or year):
            return None
        if not year:
            raise self._refuse(NEEDS_YEAR)
        if day and not month:
            raise self._refuse(NEEDS_MONTH)
        if (found := read_day(day or "1", month or "1", year)) is None:
            raise self._refuse(NOT_REAL)
        return PartialDate(found, _precision(day, month, is_about=about == "True"))


class MomentField(_BoxesField):
    """A day and a time in London, handed on as an aware moment."""

    widget = MomentBoxes

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(4, **kwargs)

    def compress(self, values: list[str]) -> datetime | None:
        if not any(values):
            return None
        if not all(values):
            raise self._refuse(_("%(label)s must include a day, a month, a year and a time."))
        if (day := read_day(*values[:3])) is None:
            raise self._refuse(NOT_REAL)
        if (clock := read_time(values[3])) is None:
            raise self._refuse(NOT_A_TIME)
        return self._in_london(datetime(day.year, day.month, day.day, *clock, tzinfo=LONDON))

    def _in_london(self, at: datetime) -> datetime:
        there_and_back = at.astimezone(ZoneInfo("UTC")).astimezone(LONDON)
        if there_and_back.replace(tzinfo=None) != at.replace(tzinfo=None):
            raise self._refuse(NO_SUCH_TIME)
        return at.astimezone(ZoneInfo("UTC"))


def read_day(day: str, month: str, year: str) -> date | None:
    """Return the day three boxes name, or None; a month may be in letters, English or Welsh."""
    number = read_month(month)
    if number is None or not (day.isdecimal() and year.isdecimal() and len(year) == 4):
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def read_month(month: str) -> int | None:
    """Return 1 to 12 for "3", "03", "Mar", "March" or "Mawrth"; None for anything else."""
    if month.isdecimal():
        return int(month)
    said = month.strip().lower()
    for names in (MONTHS, MISRHOEDD):
        for number, name in enumerate(names, start=1):
            if said.startswith(name):
                return number
    return None


def read_time(said: str) -> tuple[int, int] | None:
    """Return hour and minute for "17:05", "1705", "5.05pm", "9am"; None for anything else."""
    text = said.strip().lower().replace(" ", "").replace(".", ":")
    afternoon, morning = text.endswith("pm"), text.endswith("am")
    digits = text.removesuffix("pm").removesuffix("am")
    hours, _sep, minutes = digits.partition(":") if ":" in digits else _split(digits)
    if not hours.isdecimal() or not minutes.isdecimal():
        return None
    hour = int(hours) % 12 + 12 * afternoon if (afternoon or morning) else int(hours)
    return (hour, int(minutes)) if hour < 24 and int(minutes) < 60 else None


def _split(digits: str) -> tuple[str, str, str]:
    return (digits[:-2], "", digits[-2:]) if len(digits) > 2 else (digits, "", "00")


def _precision(day: str, month: str, *, is_about: bool) -> Precision:
    if is_about:
        return Precision.ABOUT
    if day:
        return Precision.DAY
    return Precision.MONTH if month else Precision.YEAR
