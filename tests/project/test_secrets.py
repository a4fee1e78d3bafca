"""Secrets are made once, together, and for their owner alone."""

import base64
import json
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from baken.project import secrets
from baken.project.trouble import Trouble


def test_only_the_owner_can_read_the_secrets(state: Path) -> None:
    made = secrets.load(state / "secrets")
    assert stat.S_IMODE(made.folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(f.stat().st_mode) for f in made.folder.iterdir()} == {0o600}
    assert secrets.loose_files(made.folder) == []
    (made.folder / secrets.KEYSET).chmod(0o640)
    assert secrets.loose_files(made.folder) == [secrets.KEYSET]


def test_the_keyset_names_its_primary_key_of_256_bits(state: Path) -> None:
    keyset = secrets.load(state / "secrets").keyset
    keys = keyset["keys"]
    assert isinstance(keys, dict)
    assert len(base64.b64decode(keys[keyset["primary"]], validate=True)) == 32


def test_processes_that_start_together_share_one_set_of_secrets(state: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: secrets.load(state / "secrets"), range(16)))
    assert len({m.django_key for m in made}) == 1
    assert [p.name for p in state.iterdir()] == ["secrets"]


def test_secrets_do_not_show_when_printed(state: Path) -> None:
    made = secrets.load(state / "secrets")
    shown = repr(made)
    hidden = [made.django_key, made.return_codes, made.keyset["primary"], *made.passwords.values()]
    assert not [word for word in hidden if str(word) in shown]


def test_an_incomplete_or_damaged_folder_is_never_mended_with_new_secrets(state: Path) -> None:
    made = secrets.load(state / "secrets")
    (made.folder / secrets.KEYSET).unlink()
    with pytest.raises(Trouble, match=r"vault-keyset.json is missing. Restore the whole folder"):
        secrets.load(made.folder)
    (made.folder / secrets.KEYSET).write_text("{half")
    with pytest.raises(Trouble, match="damaged"):
        secrets.load(made.folder)
    assert not list(state.glob("*.new"))


def test_production_never_makes_secrets_by_itself(state: Path) -> None:
    with pytest.raises(Trouble, match="does not exist"):
        secrets.load(state / "secrets", make=False)
    assert not (state / "secrets").exists()


def test_the_passwords_are_one_for_each_role(state: Path) -> None:
    words = json.loads((secrets.load(state / "secrets").folder / secrets.PASSWORDS).read_text())
    assert set(words) == set(secrets.ROLES)
    assert len(set(words.values())) == len(words)
