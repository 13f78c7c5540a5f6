"""Every address of the site: each room's own list, in the order a case meets the rooms."""

from allauth.account import views as account
from allauth.mfa.base import views as second_step
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import include, path

from openmash.accounts import views as accounts
from openmash.intake import views as intake

# Of allauth's pages only these have an address: nobody signs up, and nothing tells a stranger
# which accounts there are.
SIGN_IN = [
    path("sign-in/", accounts.sign_in, name="account_login"),
    path("sign-out/", accounts.sign_out, name="account_logout"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/first/", account.password_set, name="account_set_password"),
    path("second-step/", second_step.index, name="mfa_index"),
    path("second-step/answer/", second_step.authenticate, name="mfa_authenticate"),
    path("second-step/confirm/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("second-step/app/add/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-step/app/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("second-step/keys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("second-step/keys/add/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path(
        "second-step/keys/confirm/",
        webauthn.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("second-step/keys/<int:pk>/name/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("second-step/keys/<int:pk>/remove/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("second-step/codes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "second-step/codes/new/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "second-step/codes/download/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]

urlpatterns = [
    path("", include(SIGN_IN)),
    path("me/", include("openmash.accounts.urls")),
    path("", include("openmash.web.urls")),
    path("concern/<slug:hub>/", intake.public, name="public_concern"),
    path("concern/<slug:hub>/go-on/", intake.resume, name="public_resume"),
    path("policy/", include("openmash.governance.urls")),
    path("people/", include("openmash.people.urls")),
    path("matching/", include("openmash.matching.urls")),
    path("chronology/", include("openmash.chronology.urls")),
    path("contacts/", include("openmash.intake.urls")),
    path("cases/", include("openmash.cases.urls")),
    path("sharing/", include("openmash.sharing.urls")),
    path("requests/", include("openmash.information_requests.urls")),
    path("decisions/", include("openmash.decisions.urls")),
    path("", include("openmash.pathways.urls")),
    path("assurance/", include("openmash.assurance.urls")),
    path("", include("openmash.insight.urls")),
]
