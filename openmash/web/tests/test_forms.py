"""Forms are drawn so that a mistake is told, found and mended, by eye, ear or keyboard."""

from django import forms
from django.template import Context, Template

from openmash.people.fields import DayField
from openmash.web.dressing import outer_fields
from openmash.web.form_errors import error_links


class Enquiry(forms.Form):
    reveals = {"agreed": {"no": ["why_not"]}, "urgent": {"on": ["done"]}}

    name = forms.CharField(label="Name", help_text="As they write it.")
    seen_on = DayField(label="Last seen")
    words = forms.CharField(label="Words", max_length=20, widget=forms.Textarea)
    agreed = forms.ChoiceField(choices=[("yes", "Yes"), ("no", "No")], widget=forms.RadioSelect)
    why_not = forms.CharField(label="Why not", required=False)
    tracks = forms.MultipleChoiceField(
        choices=[("child", "Child")], widget=forms.CheckboxSelectMultiple, required=False
    )
    urgent = forms.BooleanField(label="Danger now", required=False)
    done = forms.CharField(label="What was done", required=False)
    token = forms.CharField(widget=forms.HiddenInput, initial="t")


def answered(**changes):
    said = {
        "name": "Maya",
        "seen_on_day": "3",
        "seen_on_month": "mar",
        "seen_on_year": "2026",
        "words": "A cut lip.",
        "agreed": "yes",
        "token": "t",
    }
    return Enquiry({**said, **changes})


def summary(form):
    return Template("{% load openmash %}{% form_errors form %}").render(Context({"form": form}))


def test_a_field_has_its_label_hint_and_classes():
    html = Enquiry()["name"].as_field_group()
    assert '<label class="govuk-label" for="id_name">Name</label>' in html
    assert 'id="id_name_helptext">As they write it.</div>' in html
    assert 'aria-describedby="id_name_helptext"' in html
    assert 'class="govuk-input"' in html


def test_a_mistake_marks_the_field_and_names_it():
    html = answered(name="")["name"].as_field_group()
    assert "govuk-form-group--error" in html
    assert "govuk-input--error" in html
    assert 'aria-invalid="true"' in html
    assert "“Name” needs an answer." in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html


def test_the_summary_links_each_problem_to_a_control_that_is_there():
    form = answered(name="", seen_on_month="", agreed="")
    html = str(form)
    links = error_links(form)
    assert [each.target for each in links] == ["id_name", "id_seen_on_0", "id_agreed_0"]
    assert all(f'id="{each.target}"' in html for each in links)
    assert '<a href="#id_seen_on_0">Last seen must include a day, a month and a year.</a>' in (
        summary(form)
    )


def test_a_form_without_mistakes_has_no_summary():
    form = answered()
    assert form.is_valid()
    assert summary(form).strip() == ""


def test_a_problem_of_the_whole_form_is_told_without_a_link():
    form = answered()
    form.add_error(None, "Say one or the other.")
    assert "<li>Say one or the other.</li>" in summary(form)


def test_a_date_is_three_labelled_boxes_in_a_group():
    html = answered()["seen_on"].as_field_group()
    assert '<legend class="govuk-fieldset__legend">Last seen</legend>' in html
    for number, label in enumerate(("Day", "Month", "Year")):
        assert f'for="id_seen_on_{number}">{label}</label>' in html
    assert 'name="seen_on_month" value="mar"' in html


def test_a_long_answer_is_counted_and_never_cut_off():
    html = answered(words="x" * 25)["words"].as_field_group()
    assert 'data-maxlength="20"' in html
    assert " maxlength=" not in html
    assert 'id="id_words-info"' in html
    assert "x" * 25 in html


def test_options_are_radios_or_checkboxes_and_keep_what_was_chosen():
    html = str(answered(agreed="no", tracks=["child"]))
    assert 'value="no" id="id_agreed_1" required checked' in html.replace('=""', "")
    assert 'class="govuk-checkboxes__input"' in html
    assert "govuk-radios__input" in html


def test_what_an_answer_asks_for_is_drawn_inside_it_and_only_there():
    form = answered(agreed="no")
    assert "why_not" not in [each.name for each in outer_fields(form)]
    html = str(form)
    assert html.count('name="why_not"') == 1
    assert 'data-reveals="id_agreed_1_more"' in html
    assert 'class="govuk-radios__conditional" id="id_agreed_1_more"' in html
    assert 'govuk-checkboxes__conditional--hidden" id="id_urgent_more"' in html


def test_hidden_fields_are_there_and_without_labels():
    html = str(answered())
    assert '<input type="hidden" name="token" value="t" id="id_token">' in html
    assert 'for="id_token"' not in html


def test_what_people_typed_is_never_markup():
    html = answered(name='"><script>')["name"].as_field_group()
    assert "<script>" not in html


def test_a_form_may_leave_out_the_word_optional():
    assert "(optional)" in Enquiry()["why_not"].as_field_group()
    plain = type("Plain", (Enquiry,), {"mark_optional": False})()
    assert "(optional)" not in plain["why_not"].as_field_group()
