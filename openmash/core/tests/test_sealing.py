"""Sealed values open with their key, for their row, as they were, and otherwise not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.core.sealing import CannotUnseal, Keyring

OLD = ("2025", b"o" * 32)
NEW = ("2026", b"n" * 32)
RING = Keyring.of(OLD)
ROW = "people.address:1"


@given(st.binary())
def test_what_was_sealed_opens_as_it_was(content):
    assert RING.unseal(RING.seal(content, row=ROW), row=ROW) == content


def test_sealed_twice_it_never_looks_the_same():
    assert RING.seal(b"12 Mill Street", row=ROW) != RING.seal(b"12 Mill Street", row=ROW)


def test_copied_to_another_row_it_does_not_open():
    sealed = RING.seal(b"12 Mill Street", row=ROW)
    with pytest.raises(CannotUnseal, match="another row"):
        RING.unseal(sealed, row="people.address:2")


@given(st.binary(min_size=1, max_size=40), st.data())
def test_with_any_one_byte_altered_it_does_not_open(content, data):
    sealed = bytearray(RING.seal(content, row=ROW))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(CannotUnseal):
        RING.unseal(bytes(sealed), row=ROW)


def test_nothing_sealed_is_nothing_to_open():
    with pytest.raises(CannotUnseal, match="nothing sealed"):
        RING.unseal(b"", row=ROW)


def test_a_new_key_seals_and_the_old_one_still_opens():
    both = Keyring.of(NEW, OLD)
    assert both.unseal(RING.seal(b"told", row=ROW), row=ROW) == b"told"
    with pytest.raises(CannotUnseal, match="not on the keyring"):
        RING.unseal(both.seal(b"told", row=ROW), row=ROW)


def test_a_new_key_leaves_hashes_as_they_were():
    assert Keyring.of(NEW, OLD).keyed_hash(b"told") == RING.keyed_hash(b"told")
    assert RING.keyed_hash(b"told") != RING.keyed_hash(b"told otherwise")


def test_without_the_key_nobody_reckons_a_hash():
    assert Keyring.of(NEW).keyed_hash(b"told") != RING.keyed_hash(b"told")


@pytest.mark.parametrize("keys", [(), (("short", b"k" * 31),), (("", b"k" * 32),)])
def test_a_key_that_cannot_be_meant_is_refused(keys):
    with pytest.raises(ValueError, match="key"):
        Keyring.of(*keys)
