"""Django's settings. What an operator may change is read from the environment (see the README)."""

import os
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

from handback.config.place import data_folder, secret

DATA = data_folder()
SECRET_KEY = secret(DATA, "secret.key")
DEBUG = False

ALLOWED_HOSTS = os.environ.get("HANDBACK_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("HANDBACK_ORIGINS", "").split(",") if origin]
BEHIND_TLS = os.environ.get("HANDBACK_TLS") == "1"

INSTALLED_APPS = [
    "handback.records.audit",
    "handback.records.people",
    "handback.records.documents",
    "handback.records.sources",
    "handback.records.powers",
    "handback.records.measures",
    "handback.web.shared",
    "handback.web.office",
    "handback.web.public",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "handback.web.office.privacy.NotShared",
    "handback.web.office.uploads.Followed",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "handback.web.shared.access.DefaultDeny",
    "handback.web.shared.refusals.RecordOutOfReach",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "handback.config.urls"
WSGI_APPLICATION = "handback.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]


def _database() -> dict[str, object]:
    """The embedded file, or the PostgreSQL database that HANDBACK_DATABASE names."""
    address = os.environ.get("HANDBACK_DATABASE")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "record.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                    "PRAGMA recursive_triggers=ON; PRAGMA foreign_keys=ON;"
                ),
            },
        }
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "people.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
CSRF_FAILURE_VIEW = "handback.web.shared.refusals.stale_form"
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "office"
LOGOUT_REDIRECT_URL = "public-home"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours: a quarter of an hour after eight wrong passwords
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "shared/locked-out.html"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MANIFEST_STRICT = False

# Who asks councils' sites for pages, and one file of certificate authorities beside the system's.
FETCH_CONTACT = os.environ.get("HANDBACK_CONTACT", "")
FETCH_CA_FILE = os.environ.get("HANDBACK_CA_FILE", "")

# A language model that may be asked about documents, if the operator names one. Its key is never kept.
MODEL = {
    "address": os.environ.get("HANDBACK_MODEL", ""),
    "name": os.environ.get("HANDBACK_MODEL_NAME", ""),
    "key": os.environ.get("HANDBACK_MODEL_KEY", ""),
    "prices": os.environ.get("HANDBACK_MODEL_PRICES", ""),
    "seconds": os.environ.get("HANDBACK_MODEL_SECONDS", ""),
}

LARGEST_DOCUMENT_MB = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = LARGEST_DOCUMENT_MB * 1024 * 1024  # pasted text is held to the same limit
DATA_UPLOAD_MAX_NUMBER_FIELDS = (
    20_000  # an instrument with forty moves, each of many functions and exceptions
)

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without tokens": {"()": "handback.records.people.keys.LeftOut"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without tokens"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
