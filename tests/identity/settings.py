"""Writes `single-sign-on.yaml` for a test, into a secrets folder that is thrown away."""

import json
from pathlib import Path
from typing import Any

from baken.account.single_sign_on import discovery
from baken.account.single_sign_on.settings_file import FILE, path

SECRET = "geheim+van/woerden%7e"


def entry(issuer: str, **more: Any) -> dict[str, Any]:
    """One organisation's entry, as small as it may be."""
    return {
        "name": "Gemeente Woerden",
        "issuer": issuer,
        "client_id": "baken",
        "secret": SECRET,
        "email_domains": ["woerden.example"],
        **more,
    }


def write(address: str, **organisations: dict[str, Any]) -> Path:
    """Put these entries into force; JSON is YAML too."""
    discovery.forget()
    where = path()
    assert where.name == FILE
    where.write_text(json.dumps({"format": 1, "address": address, "organisations": organisations}), "utf-8")
    where.chmod(0o600)
    return where


def remove() -> None:
    """No single sign-on any more."""
    discovery.forget()
    path().unlink(missing_ok=True)
