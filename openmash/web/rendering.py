"""How Django's forms are drawn: GOV.UK's markup, from the templates in `web/forms/`."""

from django.forms.renderers import DjangoTemplates


class PlainForms(DjangoTemplates):
    """The renderer named by `FORM_RENDERER`: pages write `{{ form.field.as_field_group }}`."""

    form_template_name = "web/forms/form.html"
    field_template_name = "web/forms/field.html"
