"""In production every cookie is bound to this one host and to https, by its name (R10)."""

import os
import subprocess
import sys
from pathlib import Path

CODE = """
from baken.project import settings
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, end=" ")
print(settings.BAKEN_VAULT_COOKIE, settings.LANGUAGE_COOKIE_NAME)
print(settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE)
"""


def test_every_cookie_of_production_is_secure_and_of_this_host_alone(tmp_path: Path) -> None:
    from baken.project import secrets

    secrets.load(tmp_path / "secrets")
    environ = {
        "PATH": os.environ["PATH"],
        "BAKEN_ENV": "production",
        "BAKEN_STATE": str(tmp_path),
        "BAKEN_SECRETS": str(tmp_path / "secrets"),
        "BAKEN_HOSTS": "baken.example",
        "DATABASE_URL": "postgresql://db.example/postgres",
    }
    run = [sys.executable, "-c", CODE]
    done = subprocess.run(run, env=environ, capture_output=True, text=True, check=True)
    names, secure = done.stdout.splitlines()
    assert len(names.split()) == 4
    assert all(name.startswith("__Host-") for name in names.split())
    assert secure == "True True"
