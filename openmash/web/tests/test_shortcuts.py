"""Every key the pages answer to is on the list people can read, change and turn off."""

from django.test import Client
from django.urls import reverse

from openmash.web.navigation import BLOCKS
from openmash.web.shortcuts import FIXED, SHORTCUTS


def test_every_page_of_the_navigation_has_its_key_on_the_list():
    listed = {each.key for each in SHORTCUTS}
    assert {page.key for block in BLOCKS for page in block.pages} <= listed


def test_no_key_is_listed_twice():
    keys = [each.key for each in SHORTCUTS]
    assert len(keys) == len(set(keys))


OURS = {f"key_{n}": each.key for n, each in enumerate(SHORTCUTS) if each.key not in FIXED}


def is_off(client):
    return 'data-shortcuts="off"' in client.get(reverse("web:privacy")).content.decode()


def test_a_practitioner_s_shortcuts_are_theirs_wherever_they_sign_in_next(cast, client):
    priya = cast.sign_in(client, "priya")
    priya.post(reverse("web:shortcuts"), OURS | {"key_3": "x"})
    elsewhere = cast.sign_in(Client(), "priya")
    assert is_off(elsewhere)
    page = elsewhere.get(reverse("web:shortcuts")).content.decode()
    assert 'value="x"' in page
    assert 'data-keys="{&quot;n&quot;: &quot;x&quot;}"' in page
    assert not is_off(cast.sign_in(Client(), "fay"))


def test_a_preference_kept_leaves_the_others_alone(cast, client):
    priya = cast.practitioners["priya"]
    type(priya).objects.filter(id=priya.id).update(preferences={"density": "wide"})
    cast.sign_in(client, "priya").post(reverse("web:shortcuts"), OURS | {"are_on_field": "on"})
    priya.refresh_from_db()
    assert priya.preferences == {"density": "wide", "shortcuts": {"on": True, "changed": {}}}


def test_a_stranger_s_shortcuts_last_a_session(db, client):
    client.post(reverse("web:shortcuts"), OURS)
    assert is_off(client)
    assert not is_off(Client())
