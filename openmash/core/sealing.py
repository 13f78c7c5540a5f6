"""Sealing: bytes that only the hub's keys can read, bound to the row they belong to (trust 4).

A sealed value is `key id length (1 byte) + key id + nonce (12 bytes) + AES-256-GCM ciphertext`.
The row's name is authenticated with it, so a value copied to another row does not open.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12
KEY_BYTES = 32


class CannotUnseal(Exception):
    """The key is missing, or the bytes are not the ones sealed for this row."""


@dataclass(frozen=True)
class Keyring:
    """Keys by id; the first named is used to seal, every one may unseal."""

    keys: tuple[tuple[str, bytes], ...]

    @classmethod
    def of(cls, *keys: tuple[str, bytes]) -> Self:
        """Check and keep the keys; each is 32 bytes under an id of 1 to 32 characters."""
        if not keys:
            raise ValueError("Give at least one sealing key.")
        for key_id, key in keys:
            if len(key) != KEY_BYTES or not 1 <= len(key_id.encode()) <= 32:
                raise ValueError(f"Sealing key {key_id!r} must be 32 bytes with a short id.")
        return cls(keys)

    def seal(self, content: bytes, *, row: str) -> bytes:
        """Return `content` sealed for `row`, e.g. `"intake.original:<uuid>"`."""
        key_id, key = self.keys[0]
        nonce = secrets.token_bytes(NONCE_BYTES)
        name = key_id.encode()
        return bytes([len(name)]) + name + nonce + AESGCM(key).encrypt(nonce, content, row.encode())

    def unseal(self, sealed: bytes, *, row: str) -> bytes:
        """Return the content sealed for `row`, or raise `CannotUnseal`."""
        sealed = bytes(sealed)
        if not sealed:
            raise CannotUnseal("There is nothing sealed here.")
        end = 1 + sealed[0]
        key = dict(self.keys).get(sealed[1:end].decode(errors="replace"))
        if key is None:
            raise CannotUnseal("The key this was sealed with is not on the keyring.")
        nonce, ciphertext = sealed[end : end + NONCE_BYTES], sealed[end + NONCE_BYTES :]
        try:
            return AESGCM(key).decrypt(nonce, ciphertext, row.encode())
        except InvalidTag:
            raise CannotUnseal("This was sealed for another row, or has been altered.") from None

    def keyed_hash(self, content: bytes) -> str:
        """Return a hash that tells equal content from unequal, and nothing to a guesser.

        It is keyed with the oldest key, so rotation does not make old hashes unequal.
        """
        derived = HKDF(SHA256(), KEY_BYTES, None, b"openmash content hash").derive(self.keys[-1][1])
        return hmac.new(derived, content, hashlib.sha256).hexdigest()
