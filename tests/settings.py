"""Settings for the tests: the real ones, on a state folder of their own that goes when the session ends."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

STATE_OF_TESTS = tempfile.mkdtemp(prefix="baken-test-")  # each process its own, also under xdist
Path(STATE_OF_TESTS).chmod(0o711)
os.environ["BAKEN_STATE"] = STATE_OF_TESTS


def _clear_away(maker: int = os.getpid()) -> None:
    if os.getpid() == maker:  # a forked child of ours must leave it alone
        shutil.rmtree(STATE_OF_TESTS, ignore_errors=True)


atexit.register(_clear_away)
os.environ["BAKEN_DATABASE"] = "baken_test"
os.environ["BAKEN_ENV"] = "local"
for name in ("BAKEN_SECRETS", "BAKEN_DB_ROLE", "BAKEN_HOSTS", "BAKEN_KEYS_URL"):
    os.environ.pop(name, None)
if not os.environ.get("BAKEN_TEST_SERVER"):
    os.environ.pop("DATABASE_URL", None)

from baken.project.settings import *  # noqa: E402, F403
from baken.project.settings import ALLOWED_HOSTS as HOSTS  # noqa: E402
from baken.project.settings import STORAGES as REAL_STORAGES  # noqa: E402

ALLOWED_HOSTS = [*HOSTS, "testserver"]
STORAGES = {
    **REAL_STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# Argon2 stays, with as little work as it allows: a log-in in a test should not take a tenth of a second.
PASSWORD_HASHERS = ["tests.settings_hasher.QuickArgon2"]
BAKEN_PASSWORD_ALONE = True  # as in the demonstration; tests/account is about the second factor
BAKEN_VAULT_COST = (1, 8192)  # and so does opening a vault
