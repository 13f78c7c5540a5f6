"""What an error summary says: each problem once, with the place to mend it."""

from dataclasses import dataclass

from django.forms import BaseForm, BoundField, MultiWidget, RadioSelect
from django.utils.translation import gettext as _


@dataclass(frozen=True)
class ErrorLink:
    """One problem in words and the id of the control that mends it."""

    words: str
    target: str


def error_links(form: BaseForm) -> list[ErrorLink]:
    """Return every problem of a form in the order of its fields, the form's own first."""
    links = [ErrorLink(str(words), "") for words in form.non_field_errors()]
    for field in form:
        links += [ErrorLink(words, first_control(field)) for words in mistakes(field)]
    return links


def mistakes(field: BoundField) -> list[str]:
    """Return a field's problems, each naming the field, since a summary is read away from it."""
    return [
        _("“%(label)s” needs an answer.") % {"label": field.label}
        if error.code == "required"
        else str(error.messages[0])
        for error in field.errors.as_data()
    ]


def first_control(field: BoundField) -> str:
    """Return the id of the first control of a field, where a summary link must land."""
    widget = field.field.widget
    is_several = isinstance(widget, MultiWidget | RadioSelect)
    return f"{field.auto_id}_0" if is_several else field.auto_id
