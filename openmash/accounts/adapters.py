"""Our own rules where allauth asks for them: nobody signs up, and secrets are sealed (trust 4)."""

from base64 import b64decode, b64encode
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from openmash.accounts.models import Practitioner
from openmash.accounts.selectors import practitioner_called
from openmash.accounts.services import (
    keyring,
    note_signed_in,
    note_signed_out,
    note_turned_away,
)

SECRET = "mfa.secret"  # noqa: S105 - the name of what is sealed, not a secret


class SignInRules(DefaultAccountAdapter):  # type: ignore[misc]
    """Signing in and out leaves a footprint; accounts are given by a hub, never taken."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def post_login(
        self, request: HttpRequest, user: Practitioner, **kwargs: Any
    ) -> HttpResponse | None:
        note_signed_in(practitioner=user, origin=_origin(request), at=timezone.now())
        answer: HttpResponse | None = super().post_login(request, user, **kwargs)
        return answer

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Practitioner | None:
        """Tell somebody who has left no more than a stranger: not even that they once were here."""
        found: Practitioner | None = super().authenticate(request, **credentials)
        return found if found is not None and found.is_active else None

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Record whose sign-in name was tried; a name nobody has may be a mistyped password."""
        practitioner = practitioner_called(credentials.get("username", ""))
        if practitioner:
            note_turned_away(practitioner=practitioner, origin=_origin(request), at=timezone.now())

    def logout(self, request: HttpRequest) -> None:
        if isinstance(request.user, Practitioner):
            note_signed_out(practitioner=request.user, origin=_origin(request), at=timezone.now())
        super().logout(request)


class KnownPeopleOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An agency's own sign-in lets nobody in whom a hub has not enrolled."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False


class SealedSecrets(DefaultMFAAdapter):  # type: ignore[misc]
    """The secrets of authenticator apps are kept sealed, with a key outside the database."""

    def encrypt(self, text: str) -> str:
        return b64encode(keyring().seal(text.encode(), row=SECRET)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return keyring().unseal(b64decode(encrypted_text), row=SECRET).decode()


def _origin(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
