"""What may be in a trial may not be in production."""

import os
import subprocess
import sys
from pathlib import Path

from django.core.checks import run_checks
from django.test import override_settings


def found() -> set[str | None]:
    return {message.id for message in run_checks(tags=["deploy"], include_deployment_checks=True)}


def test_a_password_alone_is_kept_out_of_production() -> None:
    with override_settings(PRODUCTION=True, BAKEN_PASSWORD_ALONE=True):
        assert "baken.E001" in found()
    with override_settings(PRODUCTION=True, BAKEN_PASSWORD_ALONE=False):
        assert "baken.E001" not in found()
    with override_settings(PRODUCTION=False, BAKEN_PASSWORD_ALONE=True):
        assert "baken.E001" not in found()


def test_an_open_host_list_and_the_demonstration_are_kept_out_of_production() -> None:
    with override_settings(
        PRODUCTION=True, ALLOWED_HOSTS=["*"], BAKEN_DEMO=True, SESSION_COOKIE_SECURE=False
    ):
        assert {"baken.E003", "baken.E004", "baken.E005"} <= found()


def load(environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    code = "from django.conf import settings; print(settings.BAKEN_PASSWORD_ALONE)"
    kept = {k: v for k, v in os.environ.items() if not k.startswith("BAKEN_") and k != "DATABASE_URL"}
    own = {**kept, "DJANGO_SETTINGS_MODULE": "baken.project.settings", "BAKEN_ENV": "production", **environ}
    return subprocess.run([sys.executable, "-c", code], env=own, capture_output=True, text=True, check=False)


def test_production_refuses_to_start_with_settings_left_out(state: Path) -> None:
    done = load({"BAKEN_STATE": str(state)})
    assert done.returncode != 0
    assert "In production, set DATABASE_URL, BAKEN_SECRETS, BAKEN_HOSTS" in done.stderr
    assert list(state.iterdir()) == []


def test_production_lets_nobody_in_with_a_password_alone(state: Path) -> None:
    from baken.project import secrets

    secrets.load(state / "secrets")
    environ = {
        "BAKEN_SECRETS": str(state / "secrets"),
        "BAKEN_HOSTS": "baken.example",
        "BAKEN_STATE": str(state),
    }
    done = load({**environ, "DATABASE_URL": "postgresql://db.example/postgres"})
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "False"
