"""All policies there are, as files; a folder is parsed when it is asked for, and only once."""

from collections.abc import Mapping
from datetime import date

from baken.core.policy.errors import PolicyError, PolicyErrors, suggest
from baken.core.policy.parse import PolicyFolder, parse_folder
from baken.core.vocabulary.text import Text

Files = Mapping[str, str | bytes]


class Library:
    """The policies by id and first day, and the case files by id."""

    def __init__(
        self,
        folders: Mapping[str, Mapping[str, Files]],
        cases: Mapping[str, Files] | None = None,
        refused: Mapping[str, tuple[PolicyError, ...]] | None = None,
    ) -> None:
        self._folders = {policy_id: dict(versions) for policy_id, versions in folders.items()}
        self._cases = dict(cases or {})
        self.refused = dict(refused or {})
        """What of a policy could not even be fetched; such a policy is not used."""
        self._parsed: dict[tuple[str, str], PolicyFolder] = {}

    @property
    def policy_ids(self) -> tuple[str, ...]:
        """Every policy there is, in order."""
        return tuple(sorted(self._folders))

    def versions(self, policy_id: str) -> tuple[str, ...]:
        """The names of this policy's dated folders, oldest first."""
        return tuple(sorted(self._folders.get(policy_id, {})))

    def files(self, policy_id: str, version: str) -> Files:
        """The files of one dated folder, as they were given."""
        return self._folders[policy_id][version]

    def case_files(self, policy_id: str) -> Files:
        """The case files of this policy."""
        return self._cases.get(policy_id, {})

    def with_folder(
        self, policy_id: str, version: str, files: Files, cases: Files | None = None
    ) -> "Library":
        """Return this library with one dated folder more, or another in its place; what was parsed stays parsed."""
        folders = {**self._folders, policy_id: {**self._folders.get(policy_id, {}), version: files}}
        other = Library(
            folders, self._cases if cases is None else {**self._cases, policy_id: cases}, self.refused
        )
        other._parsed = {key: folder for key, folder in self._parsed.items() if key != (policy_id, version)}
        return other

    def folder(self, policy_id: str, version: str) -> PolicyFolder:
        """Parse one folder. Raises `PolicyErrors`."""
        key = policy_id, version
        if policy_id in self.refused:
            raise PolicyErrors(self.refused[policy_id])
        if key not in self._parsed:
            self._parsed[key] = parse_folder(f"{policy_id}/{version}", self._folders[policy_id][version])
        return self._parsed[key]

    def folder_on(self, policy_id: str, on: date) -> PolicyFolder:
        """Parse the version that counts on a day. Raises `PolicyErrors` also when there is none."""
        if policy_id not in self._folders:
            raise PolicyErrors([unknown_policy(policy_id, self.policy_ids)])
        for version in self.versions(policy_id):
            if not _is_day(version) or policy_id in self.refused:
                self.folder(policy_id, version)
        dated = [version for version in self.versions(policy_id) if version <= on.isoformat()]
        if not dated:
            raise PolicyErrors([_too_early(policy_id, on, self.versions(policy_id))])
        return self.folder(policy_id, dated[-1])


def _is_day(version: str) -> bool:
    try:
        return date.fromisoformat(version).isoformat() == version
    except ValueError:
        return False


def unknown_policy(policy_id: str, known: tuple[str, ...]) -> PolicyError:
    """Return the mistake that this policy does not exist."""
    listed = ", ".join(known)
    return PolicyError(
        "policies",
        0,
        Text(f"Het beleid `{policy_id}` bestaat niet.", f"The policy `{policy_id}` does not exist."),
        Text(f"Er is: {listed}.", f"There is: {listed}."),
        suggest(policy_id, known, Text("Kies er één uit die lijst.", "Choose one of that list.")),
    )


def _too_early(policy_id: str, on: date, versions: tuple[str, ...]) -> PolicyError:
    first = versions[0] if versions else "-"
    return PolicyError(
        policy_id,
        0,
        Text(f"`{policy_id}` heeft geen beleid op {on}.", f"`{policy_id}` has no policy on {on}."),
        Text(f"Het eerste geldt vanaf {first}.", f"The first counts from {first}."),
        Text("Kies een latere dag.", "Choose a later day."),
    )
