"""The picture a decision was made on, sealed so that it can be shown again exactly (A10.6)."""

import json
from uuid import UUID

from pydantic import TypeAdapter

from openmash.accounts.services import keyring
from openmash.decisions.models import Decision
from openmash.decisions.rules import Seen

FORMAT = 2  # the chronology is in it; pictures of format 1 are without
_SEEN = TypeAdapter(Seen)


def picture_row(decision_id: UUID) -> str:
    """Return the row name a frozen picture is sealed for."""
    return f"decisions.picture:{decision_id}"


def freeze(decision_id: UUID, seen: Seen) -> tuple[bytes, str]:
    """Return what the decider saw, sealed for this decision, and its keyed hash."""
    picture = {"format": FORMAT, "seen": _SEEN.dump_python(seen, mode="json")}
    content = json.dumps(picture, sort_keys=True, ensure_ascii=False).encode()
    ring = keyring()
    return ring.seal(content, row=picture_row(decision_id)), ring.keyed_hash(content)


def thaw(decision: Decision) -> Seen:
    """Return a frozen picture as it was; one that was altered does not open."""
    content = keyring().unseal(bytes(decision.picture), row=picture_row(decision.id))
    return _SEEN.validate_python(json.loads(content)["seen"], strict=False)
