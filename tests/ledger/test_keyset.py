"""The keyset file: whole or refused, and readable by its owner alone."""

from pathlib import Path

import pytest

from baken.ledger import boxes, keyset


def a_keyset() -> keyset.Keyset:
    return keyset.Keyset(primary="key-1", keys={"key-1": boxes.new_key()})


def test_a_written_keyset_reads_back(tmp_path: Path) -> None:
    made = a_keyset()
    keyset.write(tmp_path / "keyset.json", made)
    assert keyset.read(tmp_path / "keyset.json") == made


def test_the_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    keyset.write(tmp_path / "keyset.json", a_keyset())
    assert (tmp_path / "keyset.json").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["keyset.json"]


def test_rotating_keeps_the_former_key_and_closes_with_the_new_one() -> None:
    former = a_keyset()
    later = former.rotated()
    assert later.primary != former.primary
    assert later.key(former.primary) == former.key(former.primary)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"primary": "a", "keys": {}}',
        '{"primary": "a", "keys": {"a": "c2hvcnQ="}}',
        '{"primary": 1, "keys": 2}',
    ],
)
def test_a_damaged_file_is_refused_with_what_to_do(tmp_path: Path, text: str) -> None:
    path = tmp_path / "keyset.json"
    path.write_text(text)
    with pytest.raises(keyset.KeysetError, match=r"keyset\.json is damaged: put back"):
        keyset.read(path)


def test_a_missing_file_and_a_missing_key_are_said(tmp_path: Path) -> None:
    with pytest.raises(keyset.KeysetError, match="no keyset file"):
        keyset.read(tmp_path / "keyset.json")
    with pytest.raises(keyset.KeysetError, match="master key key-0 is not in"):
        a_keyset().key("key-0")


def test_a_keyset_does_not_show_its_keys() -> None:
    made = a_keyset()
    assert repr(made.key(made.primary)) not in repr(made)
