"""All policies there are for people: the folders that came with Baken, and those put into use here since."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Files, Library
from baken.core.vocabulary.text import Text
from baken.policy.models import Edition
from baken.project import policies


def library() -> Library:
    """Return the library; of one policy and day the folder that was put into use last counts."""
    return _library(
        policies.policies_root(), tuple(Edition.objects.order_by("made_at", "id").values_list("pk"))
    )


@lru_cache(maxsize=4)
def _library(root: Path, editions: tuple[tuple[str], ...]) -> Library:
    """Read it once per process: neither the folders that came along nor an edition ever change."""
    shipped = policies.library(root)
    folders = {
        policy_id: {version: shipped.files(policy_id, version) for version in shipped.versions(policy_id)}
        for policy_id in shipped.policy_ids
    }
    cases: dict[str, Files] = {policy_id: shipped.case_files(policy_id) for policy_id in shipped.policy_ids}
    for edition in _editions(editions):
        folders.setdefault(edition.policy_id, {})[edition.version] = edition.files
        cases[edition.policy_id] = edition.cases
    return Library(folders, cases, shipped.refused)


def _editions(wanted: tuple[tuple[str], ...]) -> Iterable[Edition]:
    found = Edition.objects.in_bulk([pk for (pk,) in wanted])
    return [found[pk] for (pk,) in wanted]


@lru_cache(maxsize=64)
def name_of(there: Library, policy_id: str) -> Text:
    """Return whose policy this is, as its newest folder says; its id where no folder can be read."""
    try:
        name: Text = there.folder(policy_id, there.versions(policy_id)[-1]).head.element.name
    except (PolicyErrors, IndexError):
        return Text(policy_id, policy_id)
    return name
