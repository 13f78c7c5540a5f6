"""What a form field needs to be drawn: its control with classes, its options, what they reveal.

A form may say `reveals = {"agreement": {"no": ["why_not"]}}`: those fields are drawn inside the
option that asks for them, and only there. `mark_optional = False` leaves "(optional)" out where
nearly everything is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from openmash.web.form_errors import mistakes

Reveals = dict[str, Sequence[str]]


@dataclass(frozen=True)
class Option:
    """One radio, checkbox or box, with its label and the fields it reveals."""

    id: str
    label: Any
    control: SafeString
    is_chosen: bool = False
    is_tick: bool = False
    reveals: list[BoundField] = field(default_factory=list)


@dataclass(frozen=True)
class Dress:
    """Everything `web/forms/field.html` and its parts read."""

    template: str
    control: SafeString | str = ""
    mistakes: Sequence[str] = ()
    kind: str = ""
    is_optional: bool = False
    is_inline: bool = False
    is_chosen: bool = False
    count: int | None = None
    count_start: str = ""
    count_words: SafeString | str = ""
    options: Sequence[Option] = ()
    boxes: Sequence[Option] = ()
    reveals: Sequence[BoundField] = ()


def dress_for(bound: BoundField) -> Dress:
    """Return how a bound field is drawn, its mistakes in words that name it."""
    return replace(_shape(bound), mistakes=mistakes(bound), is_optional=_optional(bound))


def _shape(bound: BoundField) -> Dress:
    widget = bound.field.widget
    if isinstance(widget, forms.RadioSelect):
        return _options(bound)
    if isinstance(widget, forms.CheckboxInput):
        return _tick(bound)
    if isinstance(widget, forms.MultiWidget):
        return Dress("web/forms/boxes.html", boxes=_boxes(bound))
    if isinstance(widget, forms.Textarea) and _longest(bound):
        return _counted(bound)
    name = "web/forms/control.html"
    return Dress(name, control=_control(bound))


def outer_fields(form: forms.BaseForm) -> list[BoundField]:
    """Return the visible fields of a form that no option reveals."""
    inner = {
        name
        for reveals in getattr(form, "reveals", {}).values()
        for names in reveals.values()
        for name in names
    }
    return [each for each in form.visible_fields() if each.name not in inner]


def _control(bound: BoundField, also: str = "", **attrs: str | bool) -> SafeString:
    widget = bound.field.widget
    base = {
        forms.Textarea: "govuk-textarea",
        forms.Select: "govuk-select",
        forms.FileInput: "govuk-file-upload",
    }
    name = next((css for kind, css in base.items() if isinstance(widget, kind)), "govuk-input")
    error = f"{name}--error" if bound.errors else ""
    classes = " ".join(filter(None, [name, error, also, widget.attrs.get("class")]))
    return bound.as_widget(attrs={**attrs, "class": classes})


def _counted(bound: BoundField) -> Dress:
    """Return a text box that counts; it lets a person go over and trim, so has no `maxlength`."""
    described = " ".join(filter(None, [bound.aria_describedby, f"{bound.auto_id}-info"]))
    attrs: dict[str, str | bool] = {"aria-describedby": described, "maxlength": False}
    return Dress(
        "web/forms/control.html",
        control=_control(bound, "govuk-js-character-count", **attrs),
        count=_longest(bound),
        count_start=_("You can write up to %(n)s characters.") % {"n": _longest(bound)},
        count_words=_count_words(),
    )


def _count_words() -> SafeString:
    """Return the counter's sentences as attributes, so that they are read in Welsh too."""
    return format_html(
        ' data-i18n.characters-under-limit.other="{}" data-i18n.characters-under-limit.one="{}"'
        ' data-i18n.characters-at-limit="{}"'
        ' data-i18n.characters-over-limit.other="{}" data-i18n.characters-over-limit.one="{}"',
        _("%{count} characters left"),
        _("%{count} character left"),
        _("No characters left"),
        _("%{count} characters too many"),
        _("%{count} character too many"),
    )


def _options(bound: BoundField) -> Dress:
    is_many = isinstance(bound.field.widget, forms.CheckboxSelectMultiple)
    kind = "checkboxes" if is_many else "radios"
    return Dress(
        "web/forms/options.html",
        kind=kind,
        is_inline="inline" in bound.field.widget.attrs.get("class", ""),
        options=list(_each_option(bound, kind)),
    )


def _each_option(bound: BoundField, kind: str) -> Iterator[Option]:
    reveals = _reveals(bound)
    for each in bound.subwidgets:
        value = str(each.data["value"])
        inner = [bound.form[name] for name in reveals.get(value, ())]
        attrs = {**each.data["attrs"], "class": f"govuk-{kind}__input"}
        if inner:
            attrs["data-reveals"] = f"{each.id_for_label}_more"
        yield Option(
            id=each.id_for_label,
            label=each.choice_label,
            control=_input(bound, {**each.data, "attrs": attrs}),
            is_chosen=each.data["selected"],
            reveals=inner,
        )


def _tick(bound: BoundField) -> Dress:
    names = _reveals(bound).get("on", ())
    attrs: dict[str, str | bool] = {"class": "govuk-checkboxes__input"}
    if names:
        attrs["data-reveals"] = f"{bound.auto_id}_more"
    return Dress(
        "web/forms/tick.html",
        control=bound.as_widget(attrs=attrs),
        is_chosen=bool(bound.value()),
        reveals=[bound.form[name] for name in names],
    )


def _boxes(bound: BoundField) -> list[Option]:
    widget = bound.field.widget
    described = {"aria-invalid": "true"} if bound.errors else {}
    context = widget.get_context(bound.html_name, bound.value(), {"id": bound.auto_id})
    return [
        _box(each, label, bound, described)
        for each, label in zip(context["widget"]["subwidgets"], widget.labels, strict=True)
    ]


def _box(part: dict[str, Any], label: Any, bound: BoundField, described: dict[str, str]) -> Option:
    is_tick = part.get("type") == "checkbox"
    own = part["attrs"].get("class", "")
    name = "om-tick" if is_tick else "govuk-input govuk-date-input__input"
    error = "" if is_tick or not bound.errors else "govuk-input--error"
    attrs = {**part["attrs"], **described, "class": " ".join(filter(None, [name, own, error]))}
    control = _input(bound, {**part, "attrs": attrs})
    return Option(id=attrs["id"], label=label, control=control, is_tick=is_tick)


def _input(bound: BoundField, widget: dict[str, Any]) -> SafeString:
    drawn = bound.form.renderer.render("django/forms/widgets/input.html", {"widget": widget})
    return SafeString(drawn)


def _reveals(bound: BoundField) -> Reveals:
    return getattr(bound.form, "reveals", {}).get(bound.name, {})  # type: ignore[no-any-return]


def _optional(bound: BoundField) -> bool:
    return not bound.field.required and getattr(bound.form, "mark_optional", True)


def _longest(bound: BoundField) -> int | None:
    return getattr(bound.field, "max_length", None)
