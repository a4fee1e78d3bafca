"""All policies there are for people: the folders that came with Baken, and those put into use here since."""

from collections.abc import Iterable

from baken.core.policy.library import Files, Library
from baken.policy.models import Edition
from baken.project import policies


def library() -> Library:
    """Return the library; of one policy and day the folder that was put into use last counts."""
    shipped = policies.library()
    folders = {
        policy_id: {version: shipped.files(policy_id, version) for version in shipped.versions(policy_id)}
        for policy_id in shipped.policy_ids
    }
    cases: dict[str, Files] = {policy_id: shipped.case_files(policy_id) for policy_id in shipped.policy_ids}
    for edition in _editions():
        folders.setdefault(edition.policy_id, {})[edition.version] = edition.files
        cases[edition.policy_id] = edition.cases
    return Library(folders, cases)


def _editions() -> Iterable[Edition]:
    return Edition.objects.order_by("made_at", "id")
