"""Every key the pages answer to is on the list people can read, change and turn off."""

from openmash.web.navigation import BLOCKS
from openmash.web.shortcuts import SHORTCUTS


def test_every_page_of_the_navigation_has_its_key_on_the_list():
    listed = {each.key for each in SHORTCUTS}
    assert {page.key for block in BLOCKS for page in block.pages} <= listed


def test_no_key_is_listed_twice():
    keys = [each.key for each in SHORTCUTS]
    assert len(keys) == len(set(keys))
