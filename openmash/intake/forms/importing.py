"""Files that agencies send, and the rows of them that must be mended (A1.3)."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.intake.forms.words import OneOf, Words
from openmash.intake.rules.units import Problem, RawRow
from openmash.intake.terms import FileSource

LONG = 60  # characters after which a cell is given a box of several lines


class ImportForm(forms.Form):
    """One file, and whose it is."""

    mark_optional = False

    source = OneOf(FileSource, label=_("Whose file is it?"))
    file = forms.FileField(
        label=_("The file"),
        help_text=_("CSV, XLSX or JSON Lines, as it was sent. A long file takes half a minute."),
    )
    dry_run = forms.BooleanField(
        label=_("Only show what would happen, and keep nothing"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].required = True


class MendForm(forms.Form):
    """Every cell of the rows of one notification; those that keep it out say why beside them."""

    mark_optional = False

    def __init__(
        self, *args: Any, rows: Sequence[RawRow], problems: Sequence[Problem], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rows = [_with_room_for(row, problems) for row in rows]
        self.sent = rows
        for number, row in enumerate(self.rows):
            for place, (column, told) in enumerate(row.items()):
                self.fields[_name(number, place)] = _cell(column, told)
        self.asked = self._where_asked(problems)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Put each problem beside the cell that mends it; what fits no cell stands above."""
        self.full_clean()
        for each in problems:
            self.add_error(self.asked.get(each.field), say(each.words))

    @property
    def told(self) -> dict[str, str]:
        """Return the cells as sent, as a browser would post them."""
        return {
            _name(number, place): told
            for number, row in enumerate(self.rows)
            for place, told in enumerate(row.values())
        }

    @property
    def parts(self) -> list[list[forms.BoundField]]:
        """Return the cells of each row, those that must be mended first."""
        wrong = set(self.asked.values())
        return [
            sorted(fields, key=lambda each: each.name not in wrong) for fields in self._by_row()
        ]

    def mended(self) -> list[RawRow]:
        """Return the rows as mended; an answer the row never had stays away while it is empty."""
        return [self._row(number) for number in range(len(self.rows))]

    def _by_row(self) -> Iterator[list[forms.BoundField]]:
        for number, row in enumerate(self.rows):
            yield [self[_name(number, place)] for place in range(len(row))]

    def _row(self, number: int) -> RawRow:
        cells = zip(self.rows[number], range(len(self.rows[number])), strict=True)
        told = {column: self.cleaned_data[_name(number, place)] for column, place in cells}
        return {
            column: each for column, each in told.items() if each or column in self.sent[number]
        }

    def _where_asked(self, problems: Sequence[Problem]) -> dict[str, str]:
        """Return, for each column with a problem, the first cell of it."""
        wrong = {each.field for each in problems}
        found: dict[str, str] = {}
        for number, row in enumerate(self.rows):
            for place, column in enumerate(row):
                if column in wrong:
                    found.setdefault(column, _name(number, place))
        return found


class SetAsideForm(forms.Form):
    """Why a notification will not be loaded."""

    mark_optional = False

    because = Words(
        label=_("Why will this not be loaded?"),
        rows=2,
        help_text=_("The rows stay as they are, with your reason and your name."),
    )


def _with_room_for(row: RawRow, problems: Sequence[Problem]) -> RawRow:
    """Return the row with an empty cell for each answer that is missing altogether."""
    return row | {each.field: "" for each in problems if each.field not in row}


def _name(number: int, place: int) -> str:
    return f"cell-{number}-{place}"


def _cell(column: str, told: str) -> Words:
    is_long = len(told) > LONG or "\n" in told
    return Words(label=column, rows=6 if is_long else 0, strip=False)
