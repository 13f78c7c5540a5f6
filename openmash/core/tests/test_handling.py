"""Handling codes run from the widest audience to the narrowest."""

from openmash.core.handling import HandlingCode


def test_every_code_says_who_may_see_the_item():
    meanings = [code.meaning for code in HandlingCode]
    assert all(meanings)
    assert len(set(meanings)) == len(meanings)


def test_codes_stand_in_order_of_how_narrow_they_are():
    assert [code.height for code in HandlingCode] == [0, 1, 2, 3, 4]
    assert max(HandlingCode, key=lambda code: code.height) is HandlingCode.H4
