"""A policy as it is at one of the hub's sites, where authorities keep their own thresholds."""

from collections.abc import Collection

from openmash.governance.rules.document import PolicyDocument, thresholds_at
from openmash.governance.rules.scope import site_of


def document_at(document: PolicyDocument, postcodes: Collection[str]) -> PolicyDocument:
    """Return the policy as it is at the site these postcodes belong to: with its own thresholds."""
    if not document.site_thresholds:
        return document
    thresholds = thresholds_at(document, site_of(document, postcodes))
    return document.model_copy(update={"thresholds": thresholds})
