"""A municipality that lays down something of its own: a ground, and what it is told; that a BSN may stand."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from baken.core.policy.bundle import Bundle
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.resolve import resolve
from baken.project.policies import library
from tests.policies.test_shipped import DAY

GROUND = (
    "- {{id: eigen, name: {{nl: Eigen grond, en: Own ground}}, article: {article}, chosen: zo doen wij het}}"
)
USE = "- {{id: {use}, purposes: [weigh_signal], grounds: [eigen], chosen: zo doen wij het}}"
WAMS = "wams: {reference: 'Stb. 2024, 1', since: 2024-07-01}"


def own(article: str, use: str = "", *, switched_on: bool = False) -> list[str]:
    """Return what is wrong when Woerden names a ground of its own, perhaps for a use, perhaps with the Wams on."""
    shipped = library()
    version = shipped.versions("woerden")[-1]
    files: dict[str, bytes | str] = dict(shipped.files("woerden", version))
    lines = ["format: 1", "grounds:", f"  {GROUND.format(article=article)}"]
    files["processing.yaml"] = "\n".join([*lines, *(["uses:", f"  {USE.format(use=use)}"] if use else [])])
    known = files["municipality.yaml"]
    head = known.decode() if isinstance(known, bytes) else known
    files["municipality.yaml"] = f"{head}\n{WAMS if switched_on else ''}\n"
    try:
        resolve(shipped.with_folder("woerden", version, files), "woerden", DAY)
    except PolicyErrors as found:
        return [error.in_("nl") for error in found.errors]
    return []


@contextmanager
def bsn_allowed(ground: str) -> Iterator[None]:
    """Let the policy name a ground on which a BSN may be written down (V19)."""
    with patch.object(Bundle, "bsn_ground", property(lambda bundle: bundle.grounds[ground])):
        yield
