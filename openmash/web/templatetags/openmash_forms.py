"""What the form templates in `web/forms/` ask; pages use `{{ form.field.as_field_group }}`."""

from django import template
from django.forms import BaseForm, BoundField

from openmash.web import dressing

register = template.Library()


@register.simple_tag
def dress(field: BoundField) -> dressing.Dress:
    """Return what a field needs to be drawn."""
    return dressing.dress_for(field)


@register.filter
def outer_fields(form: BaseForm) -> list[BoundField]:
    """Return the fields drawn at the top level; the rest are drawn where they are revealed."""
    return dressing.outer_fields(form)
