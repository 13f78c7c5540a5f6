"""The picture a decision was made on, sealed so that it can be shown again exactly (A10.6)."""

import json
from datetime import datetime
from uuid import UUID

from openmash.accounts.services import keyring
from openmash.core.viewers import Viewer

FORMAT = 1


def picture_row(decision_id: UUID) -> str:
    """Return the row name a frozen picture is sealed for."""
    return f"decisions.picture:{decision_id}"


def freeze(
    *, by: Viewer, decision_id: UUID, at: datetime, seen: dict[str, object]
) -> tuple[bytes, str]:
    """Return the sealed picture and its keyed hash.

    `seen` holds what the decider could see: item versions by id with their words, every agency's
    answer, the views, the policy and threshold versions. Dates are ISO 8601.
    """
    picture = {"format": FORMAT, "at": at, "decider": by.name, "decider_id": by.id, **seen}
    content = json.dumps(picture, sort_keys=True, default=str).encode()
    ring = keyring()
    return ring.seal(content, row=picture_row(decision_id)), ring.keyed_hash(content)


def thaw(decision_id: UUID, sealed: bytes) -> dict[str, object]:
    """Return a frozen picture as it was."""
    picture: dict[str, object] = json.loads(keyring().unseal(sealed, row=picture_row(decision_id)))
    return picture
