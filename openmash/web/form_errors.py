"""What an error summary says: each problem once, with the place to mend it."""

from dataclasses import dataclass

from django.forms import BaseForm, BoundField, MultiWidget, RadioSelect


@dataclass(frozen=True)
class ErrorLink:
    """One problem in words and the id of the control that mends it."""

    words: str
    target: str


def error_links(form: BaseForm) -> list[ErrorLink]:
    """Return every problem of a form in the order of its fields, the form's own first."""
    links = [ErrorLink(str(words), "") for words in form.non_field_errors()]
    for field in form:
        links += [ErrorLink(str(words), first_control(field)) for words in field.errors]
    return links


def first_control(field: BoundField) -> str:
    """Return the id of the first control of a field, where a summary link must land."""
    widget = field.field.widget
    if isinstance(widget, MultiWidget):
        return f"{field.auto_id}{widget.widgets_names[0]}"
    if isinstance(widget, RadioSelect):
        return f"{field.auto_id}_0"
    return field.auto_id
