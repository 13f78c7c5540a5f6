"""Django's settings: what the environment says, and what is the same everywhere.

`environment` reads and refuses; `checks` explains what is missing. Nothing else in the site reads
the environment. Policy is not here: it is data, in `governance`.
"""

import secrets
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from openmash.config import environment
from openmash.config.logging import configure_structlog, logging_settings

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = Path(environment.text("OPENMASH_VAR") or BASE_DIR.parent / "var")

# Which kind of run this is

DEMO = environment.flag("OPENMASH_DEMO")
PLAIN_HTTP = environment.flag("OPENMASH_PLAIN_HTTP", default=DEMO)
DEBUG = False
TEST_RUN = False

# Secrets: a run without them may migrate and check, but does not serve (see `checks`)

SECRET_KEY = environment.text("SECRET_KEY") or secrets.token_urlsafe(50)
SECRET_KEY_IS_MADE_UP = not environment.text("SECRET_KEY")
SECRET_KEY_FALLBACKS = environment.words("OPENMASH_OLD_SECRET_KEYS")
SEALING_KEYS = environment.sealing_keys("OPENMASH_KEYS")

DEMO_PASSWORD = environment.text("OPENMASH_DEMO_PASSWORD")

# Databases: the site's role is bound by row-level security, the owner only migrates

DATABASE_URL = environment.text("DATABASE_URL")
DATABASE_URL_IS_MISSING = not DATABASE_URL
DATABASES = {
    "default": environment.database("DATABASE_URL", DATABASE_URL or "postgresql://app_rw@/openmash")
}
if pool_size := environment.number("OPENMASH_POOL", 0):
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 2, "max_size": pool_size, "timeout": 10}
if owner_url := environment.text("DATABASE_OWNER_URL"):
    DATABASES["owner"] = environment.database("DATABASE_OWNER_URL", owner_url)
DATABASE_ROUTERS = ["openmash.config.routers.OnlyTheOwnerMigrates"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rooms first, so that their templates and commands come before those of the packages

ROOMS = [
    "openmash.config",
    "openmash.web",
    "openmash.simulation",
    "openmash.insight",
    "openmash.assurance",
    "openmash.pathways",
    "openmash.decisions",
    "openmash.information_requests",
    "openmash.sharing",
    "openmash.cases",
    "openmash.intake",
    "openmash.matching",
    "openmash.chronology",
    "openmash.people",
    "openmash.governance",
    "openmash.accounts",
    "openmash.audit",
]
ROOMS = [each for each in ROOMS if (BASE_DIR / each.partition(".")[2] / "apps.py").exists()]
PACKAGES = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "django_structlog",
]
INSTALLED_APPS = ROOMS + PACKAGES
if find_spec("django_linear_migrations"):  # with the dev extra only
    INSTALLED_APPS += ["django_linear_migrations"]

MIDDLEWARE = [
    "openmash.config.health.AnswerProbes",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "openmash.web.middleware.SafeHeaders",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "openmash.web.middleware.RequestIsOneTransaction",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "openmash.web.middleware.SessionLimits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "openmash.accounts.middleware.SecondStepFirst",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "openmash.config.urls"
WSGI_APPLICATION = "openmash.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "openmash.web.context.shell",
            ],
        },
    }
]
FORM_RENDERER = "openmash.web.rendering.PlainForms"

# Signing in (trust 4)

AUTH_USER_MODEL = "accounts.Practitioner"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "web:home"
ACCOUNT_ADAPTER = "openmash.accounts.adapters.SignInRules"
SOCIALACCOUNT_ADAPTER = "openmash.accounts.adapters.KnownPeopleOnly"
MFA_ADAPTER = "openmash.accounts.adapters.SealedSecrets"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "OpenMASH"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = PLAIN_HTTP
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"  # the name allauth gives it, not the form's
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"

# Sessions: 15 minutes idle, 12 hours in all; `web.middleware.SessionLimits` keeps both (trust 4)

SESSION_IDLE = timedelta(minutes=15)
SESSION_LONGEST = timedelta(hours=12)
SESSION_COOKIE_AGE = int(SESSION_LONGEST.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
COOKIE_PREFIX = "" if PLAIN_HTTP else "__Host-"
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}openmash-session"
SESSION_COOKIE_SECURE = not PLAIN_HTTP
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # until the browser closes: nothing says later who came to a form
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}openmash-csrf"
CSRF_COOKIE_SECURE = not PLAIN_HTTP
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_NAME = f"{COOKIE_PREFIX}openmash-language"
LANGUAGE_COOKIE_SECURE = not PLAIN_HTTP
LANGUAGE_COOKIE_HTTPONLY = True

# What browsers are told

ALLOWED_HOSTS = environment.words("OPENMASH_ALLOWED_HOSTS")
if DEMO:
    ALLOWED_HOSTS += ["localhost", "127.0.0.1", "[::1]"]
SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 2 * 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SILENCED_SYSTEM_CHECKS = [
    "security.W020",  # openmash.E004 says it with the mend
    "security.W021",  # joining the browsers' preload list is for the council to choose
]
if environment.flag("OPENMASH_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    MIDDLEWARE.insert(0, "openmash.config.proxy.AddressFromProxy")
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Static files: hashed names when deployed, straight from the rooms in a demonstration or a test

STATIC_URL = "/static/"
STATIC_ROOT = None if PLAIN_HTTP else VAR / "static"
WHITENOISE_USE_FINDERS = PLAIN_HTTP
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if PLAIN_HTTP
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Words and time

USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [BASE_DIR / "locale"]

# Mail, jobs, logs

globals().update(environment.mail("EMAIL_URL", "console:"))
DEFAULT_FROM_EMAIL = environment.text("OPENMASH_MAIL_FROM", "OpenMASH <no-reply@openmash.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
LOGGING = logging_settings(environment.text("OPENMASH_LOG_LEVEL", "INFO"), plain=DEMO)
configure_structlog()
