"""Django's settings, all from the environment: BAKEN_ENV is local (default), demo or production."""

import os

from django.core.exceptions import ImproperlyConfigured

from baken.project import databases, logs
from baken.project import secrets as own_secrets
from baken.project.state import ROOT, state_dir

ENVIRONMENT = os.environ.get("BAKEN_ENV", "local")
if ENVIRONMENT not in ("local", "demo", "production"):
    raise ImproperlyConfigured(f"BAKEN_ENV is '{ENVIRONMENT}'; it may be local, demo or production.")
PRODUCTION = ENVIRONMENT == "production"
BAKEN_DEMO = ENVIRONMENT == "demo"
NEEDED = ("DATABASE_URL", "BAKEN_SECRETS", "BAKEN_HOSTS")
if PRODUCTION and (missing := [name for name in NEEDED if not os.environ.get(name)]):
    raise ImproperlyConfigured(f"In production, set {', '.join(missing)}; see docs/how-to/install.md.")

STATE = state_dir()
SECRETS = own_secrets.load(make=not PRODUCTION)
SECRET_KEY = SECRETS.django_key
DEBUG = False  # a page with local variables on it would be a leak
ALLOWED_HOSTS = [h.strip() for h in os.environ.get("BAKEN_HOSTS", "localhost,127.0.0.1,[::1]").split(",")]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "baken.project.apps.ProjectConfig",
    "baken.tenancy",
    "baken.ledger",
    "baken.mail",
    "baken.web",
    "baken.intake",
    "baken.route",
    "baken.enrich",
    "baken.files",
    "baken.tables",
    "baken.refer",
    "baken.feedback",
    "baken.monitor",
    "baken.policy",
    "baken.card",
    "baken.account",
    "baken.account.single_sign_on",
    "baken.people",
    "baken.posts",
    "baken.care.common",
    "baken.care.clients",
    "baken.care.residence",
    "baken.care.placing",
    "baken.care.notices",
    "baken.care.exchange",
    "baken.care.offer",
    "baken.programme.common",
    "baken.programme.region",
    "baken.programme.plan",
    "baken.programme.level",
    "baken.programme.training",
    "baken.programme.outreach",
    "baken.programme.meetings",
    "baken.programme.hours",
    "baken.programme.papers",
    "baken.programme.evaluation",
    "baken.trust.log",
    "baken.trust.retention",
    "baken.trust.rights",
    "baken.trust.incidents",
    "baken.trust.accountability",
    "baken.trust.emergency",
]
MIDDLEWARE = [
    "baken.web.middleware.HeadersMiddleware",
    "baken.web.stroke.StrokeMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "baken.tenancy.middleware.NoTraceMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "baken.web.middleware.PlainRequestMiddleware",
    "baken.web.middleware.BusyMiddleware",
    "django.middleware.common.CommonMiddleware",
    "baken.web.forgery.ForgeryMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "baken.ledger.readlog.middleware.UndoneLogMiddleware",
    "baken.tenancy.middleware.ScopeMiddleware",
    "baken.ledger.readlog.middleware.ReadLogMiddleware",
]
ROOT_URLCONF = "baken.project.urls"
WSGI_APPLICATION = "baken.project.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "baken.web.context.frame",
            ],
        },
    }
]

DATABASES = databases.django_databases(os.environ, SECRETS.passwords)
DATABASE_ROUTERS = ["baken.project.router.KeysApart"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "tenancy.Person"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend"
]  # asks for the password, never for more
PASSWORD_HASHERS = ["baken.tenancy.hashers.BoundedArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "baken.tenancy.place_words.PlaceWordsValidator"},
]
CSRF_FAILURE_VIEW = "baken.web.errors.csrf"
# May a password alone let somebody in? Nowhere but in the demonstration; checks.py keeps it out of production.
BAKEN_PASSWORD_ALONE = BAKEN_DEMO
LOGIN_URL = "/inloggen/"
LOGIN_REDIRECT_URL = "/werk/"

SESSION_ENGINE = "baken.account.sessionstore"
BAKEN_SESSION_IDLE = 30 * 60  # seconds without a request
BAKEN_SESSION_ABSOLUTE = 12 * 3600
# How long a row may lie in the database after it was kept, which happens once a minute of work.
SESSION_COOKIE_AGE = BAKEN_SESSION_IDLE + 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # nothing stays behind on a stranger's device
CSRF_COOKIE_SAMESITE = "Strict"
BAKEN_VAULT_COOKIE = "__Host-baken-vault" if PRODUCTION else "baken_vault"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if PRODUCTION:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-baken", "__Host-baken-csrf"
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
SILENCED_SYSTEM_CHECKS = ["security.W003"]  # looks for a name; ours is a subclass
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
# A file that is sent stays in memory: a temporary file would be the one place where it lies open on a disk.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 11_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "__Host-taal" if PRODUCTION else "taal"
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
WHITENOISE_ALLOW_ALL_ORIGINS = False
STATIC_ROOT = STATE / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.InMemoryStorage"
    },  # Baken keeps no files beside the vault
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
BAKEN_DELETIONS = os.environ.get("BAKEN_DELETIONS") or str(STATE / "deletions.log")
BAKEN_POLICIES = os.environ.get("BAKEN_POLICIES") or str(ROOT / "policies")

# Through which server and from whom mail goes; without them nobody is asked for an address. See docs/how-to/install.md.
BAKEN_MAIL, BAKEN_MAIL_FROM = os.environ.get("BAKEN_MAIL", ""), os.environ.get("BAKEN_MAIL_FROM", "")

LOGGING_CONFIG = "logging.config.dictConfig"
LOGGING = logs.CONFIG
