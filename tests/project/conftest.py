"""State folders of their own, for tests that start, break and mend installations."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from baken.project.embedded import Cluster


@pytest.fixture
def state() -> Iterator[Path]:
    """Gives an empty folder that the database's own user can walk to, unlike pytest's tmp_path."""
    folder = Path(tempfile.mkdtemp(prefix="baken-test-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def cluster(state: Path) -> Iterator[Cluster]:
    """Gives a database of its own, not yet started."""
    made = Cluster(state, "a-password", quick=True)
    assert made.take()
    yield made
    made.stop()


@pytest.fixture
def clean_environ(monkeypatch: pytest.MonkeyPatch, state: Path) -> pytest.MonkeyPatch:
    """Points this process at an installation of its own."""
    for name in [n for n in os.environ if n.startswith("BAKEN_")] + ["DATABASE_URL"]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BAKEN_STATE", str(state))
    return monkeypatch
