"""The shape of a policy, published as JSON Schema, for editors and for other systems."""

import json
from typing import Any

from openmash.governance.rules.document import PolicyDocument

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def policy_schema() -> dict[str, Any]:
    """Return the JSON Schema of a whole policy document.

    It says what shape is right. What only the whole can show (a clock the law refuses, a word that
    names nothing) is told by `openmash policy check`.
    """
    shape = PolicyDocument.model_json_schema()
    return {"$schema": DIALECT, "$comment": "Written by `openmash policy schema`."} | shape


def policy_schema_text() -> str:
    """Return the schema as the file that is published."""
    return json.dumps(policy_schema(), indent=2, ensure_ascii=False, sort_keys=True) + "\n"
