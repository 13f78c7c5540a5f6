"""The shell offers each reader what their powers allow, and nothing else."""

import pytest
from django.http import Http404
from django.shortcuts import render
from django.test import RequestFactory, override_settings

from openmash.accounts.terms import POWERS, Role
from openmash.web.context import shell
from openmash.web.forms import ShortcutsForm
from openmash.web.navigation import BLOCKS
from openmash.web.shortcuts import FIXED, SHORTCUTS, Shortcuts, keep_shortcuts
from openmash.web.tests.readers import request_from
from openmash.web.views import style

pytestmark = pytest.mark.urls("openmash.web.tests.urls")


def labels(*roles, path="/"):
    sections = shell(request_from(path, *roles))["shell"].sections
    return [str(item.label) for section in sections for item in section.items]


def test_a_referrer_sees_only_their_referrals():
    assert labels(Role.REFERRER) == ["My referrals"]


def test_an_agency_researcher_sees_the_desk():
    assert labels(Role.RESEARCHER) == ["Requests", "My referrals", "Policy"]


def test_a_decision_maker_sees_the_hubs_work():
    assert labels(Role.DECISION_MAKER) == [
        "Board",
        "My work",
        "Coming due",
        "Hand-overs",
        "Feedback",
        "Imports",
        "Find a person",
        "Figures",
        "Policy",
        "Who looked",
    ]


@pytest.mark.parametrize("role", list(Role))
def test_no_page_is_offered_without_a_power_for_it(role):
    offered = set(labels(role))
    for block in BLOCKS:
        for page in block.pages:
            assert (str(page.label) in offered) == bool(POWERS[role] & page.powers)


def test_only_one_page_is_the_current_one():
    sections = shell(request_from("/insight/my_work/", Role.DECISION_MAKER))["shell"].sections
    current = [str(item.label) for each in sections for item in each.items if item.is_current]
    assert current == ["My work"]


def test_a_count_is_shown_where_the_page_counted():
    request = request_from("/", Role.DECISION_MAKER)
    request.nav_counts = {"insight:my_work": 6}  # type: ignore[attr-defined]
    items = [item for each in shell(request)["shell"].sections for item in each.items]
    assert {str(item.label): item.count for item in items if item.count} == {"My work": 6}


def test_search_and_recording_are_offered_to_those_who_may():
    officer = shell(request_from("/", Role.CONTACT_OFFICER))["shell"]
    board_member = shell(request_from("/", Role.BOARD_MEMBER))["shell"]
    assert (officer.search_url, officer.record_url) == ("/people/search/", "/intake/record/")
    assert (board_member.search_url, board_member.record_url) == ("", "")


def test_nobody_signed_in_is_offered_nothing():
    reader = shell(request_from("/"))["shell"]
    assert not reader.is_signed_in
    assert reader.sections == ()


def test_a_page_has_one_title_one_main_and_a_skip_link():
    page = render(request_from("/", Role.DECISION_MAKER), "web/refused.html", {"reasons": ["Why."]})
    html = page.content.decode()
    assert "<title>Not done – Rivermead hub – OpenMASH</title>" in html
    assert html.count("<main") == 1
    assert 'href="#main"' in html
    assert '<html lang="en-gb"' in html
    assert "Priya Raman" in html


def test_no_page_of_the_shell_has_a_script_or_style_inside_it():
    for name in ("refused", "privacy", "accessibility"):
        page = render(request_from("/", Role.DECISION_MAKER), f"web/{name}.html", {})
        html = page.content.decode()
        assert "<script>" not in html
        assert "<style" not in html
        assert " style=" not in html


@pytest.mark.parametrize("code", [400, 403, 404, 500, 503])
def test_an_error_page_needs_nothing_and_blames_nobody(code):
    html = render(RequestFactory().get("/"), f"{code}.html").content.decode()
    assert html.count("<h1>") == 1
    assert "!" not in html.replace("<!doctype", "")


def kept_after(changes):
    said = {f"key_{n}": each.key for n, each in enumerate(SHORTCUTS) if each.key not in FIXED}
    form = ShortcutsForm({**said, **changes}, wishes=Shortcuts())
    if not form.is_valid():
        return None
    request = request_from("/")
    keep_shortcuts(request, are_on=form.are_on, changed=form.changed)
    return request.session["shortcuts"]


def test_shortcuts_can_be_changed_and_turned_off():
    assert kept_after({"key_3": "x"}) == {"on": False, "changed": {"n": "x"}}


def test_two_shortcuts_cannot_share_a_key():
    assert kept_after({"key_0": "z", "key_1": "z", "are_on_field": "on"}) is None


def test_the_pages_words_tell_the_scripts_of_changed_keys():
    request = request_from("/", Role.DECISION_MAKER)
    request.session["shortcuts"] = {"on": False, "changed": {"n": "x"}}
    html = render(request, "web/privacy.html").content.decode()
    assert 'data-shortcuts="off"' in html
    assert 'data-keys="{&quot;n&quot;: &quot;x&quot;}"' in html


@override_settings(DEMO=False, DEBUG=False)
def test_the_style_guide_is_for_demonstrations_only():
    with pytest.raises(Http404):
        style(request_from("/style/"))
