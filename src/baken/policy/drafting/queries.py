"""What the pages about drafts show."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from baken.core.policy.library import Files, Library
from baken.core.policy.sections import FILE_OF
from baken.policy.drafting.actions import NoDraft, texts
from baken.policy.drafting.layered import Layer, Overview, Row, items_of, layer_of, layers_above, name_in
from baken.policy.library import library
from baken.policy.models import Draft, DraftChange
from baken.tenancy.models import Membership, Organisation
from baken.tenancy.scope import current

MOST_CHANGES = 200


@dataclass(frozen=True, slots=True)
class Base:
    """What a new draft starts from: this policy's own newest folder, or nothing where there is none yet."""

    policy_id: str
    version: str
    files: dict[str, str]
    cases: dict[str, str]

    @property
    def is_new(self) -> bool:
        """Whether this organisation has no policy of its own yet."""
        return not self.version

    @property
    def day(self) -> date | None:
        """The day in the name of the folder it starts from."""
        return date.fromisoformat(self.version) if self.version else None


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a draft's history."""

    number: int
    at: datetime
    who: str
    kind: str
    about: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of a difference: `sign` is + (came), - (went) or a space; `number` is its line in the new text."""

    sign: str
    text: str
    number: int


def base(there: Library | None = None) -> Base:
    """Return what the organisation in scope starts a new draft from."""
    there = there or library()
    slug = Organisation.objects.get(id=current()).slug
    versions = there.versions(slug)
    if not versions:
        return Base(slug, "", {}, {})
    return Base(
        slug, versions[-1], as_texts(there.files(slug, versions[-1])), as_texts(there.case_files(slug))
    )


def as_texts(files: Files) -> dict[str, str]:
    """Return files as text; what came with Baken is UTF-8."""
    return {
        name: content.decode("utf-8", "replace") if isinstance(content, bytes) else content
        for name, content in files.items()
    }


def drafts(ended: Sequence[str] = ("",)) -> list[Draft]:
    """Return the drafts of the organisation in scope, the last changed first."""
    found = Draft.objects.filter(organisation_id=current(), ended__in=ended)
    return list(found.defer("files", "cases").order_by("-changed_at")[:100])


def get(draft: UUID) -> Draft:
    """Return one draft of the organisation in scope. Raises `NoDraft`."""
    found = Draft.objects.filter(organisation_id=current(), id=draft).first()
    if found is None:
        raise NoDraft
    return found


def history(draft: UUID) -> list[Change]:
    """Return the changes of a draft, the newest first."""
    rows = list(_changes(draft).order_by("-number")[:MOST_CHANGES])
    names = names_of({row.by for row in rows})
    return [
        Change(row.number, row.at, names.get(row.by, ""), row.kind, row.about, tuple(sorted(row.changed)))
        for row in rows
    ]


def text_at(draft: Draft, name: str, number: int) -> str:
    """Return a file as it stood at a number; empty where it was not there."""
    if number >= draft.number:
        return texts(draft).get(name, "")
    rows = _changes(draft.id).filter(number__lte=number, changed__has_key=name).order_by("-number")
    row = rows.first()
    return (row.changed[name] or "") if row is not None else ""


def last_changed_by(draft: UUID, name: str) -> Change | None:
    """Return who changed a file last."""
    row = _changes(draft).filter(changed__has_key=name).order_by("-number").first()
    if row is None:
        return None
    who = names_of({row.by}).get(row.by, "")
    return Change(row.number, row.at, who, row.kind, row.about, (name,))


def names_of(members: set[UUID]) -> dict[UUID, str]:
    """Return the names of colleagues by their membership."""
    found = Membership.objects.filter(organisation_id=current(), id__in=members).select_related("person")
    return {member.id: member.person.name for member in found}


def difference(old: str, new: str, around: int = 2) -> list[list[DiffLine]]:
    """Return what changed from one text to another, as pieces with a few lines around each."""
    before, after = old.splitlines(), new.splitlines()
    # long texts full of equal lines would take minutes without it
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=len(after) > 1000)
    return [
        [line for code in group for line in _lines(code, before, after)]
        for group in matcher.get_grouped_opcodes(around)
    ]


def _lines(code: tuple[str, int, int, int, int], before: list[str], after: list[str]) -> Iterator[DiffLine]:
    tag, from_old, to_old, from_new, to_new = code
    if tag == "equal":
        for at in range(from_new, to_new):
            yield DiffLine(" ", after[at], at + 1)
        return
    for at in range(from_old, to_old):
        yield DiffLine("-", before[at], from_new + 1)
    for at in range(from_new, to_new):
        yield DiffLine("+", after[at], at + 1)


def _changes(draft: UUID) -> QuerySet[DraftChange]:
    return DraftChange.objects.filter(organisation_id=current(), draft_id=draft)


def change_of(draft: UUID, number: int) -> DraftChange | None:
    """Return one change of a draft."""
    return _changes(draft).filter(number=number).first() if 0 < number < 2**31 else None


def moved_above(draft: Draft, now: Overview, there: Library) -> frozenset[tuple[str, str]]:
    """Return the elements changed here of which the region's own has changed since this policy was last laid down.

    What was changed for the first time in this draft was copied from the region as it is, so nothing moved.
    """
    former = [
        version for version in there.versions(draft.policy_id) if version < draft.valid_from.isoformat()
    ]
    if not former:
        return frozenset()
    then = {layer.policy_id: layer for layer in layers_above(now.own, date.fromisoformat(former[-1]), there)}
    before = layer_of(draft.policy_id, former[-1], there)
    return frozenset(
        (section, row.id)
        for section, rows in now.rows.items()
        for row in rows
        if _differed_before(before, section, row.id) and _moved(row, then)
    )


def _differed_before(before: Layer, section: str, element: str) -> bool:
    """Whether the former folder already had its own version of this, or had dropped it."""
    data = before.data.get(FILE_OF[section], {})
    dropped = {str(drop.get("element")) for drop in items_of(data, "drop")}
    return f"{section}.{element}" in dropped or element in map(name_in, items_of(data, section))


def _moved(row: Row, then: Mapping[str, Layer]) -> bool:
    above = row.above or (row if row.dropped is not None else None)
    if above is None or above.layer.policy_id not in then:
        return False
    data = then[above.layer.policy_id].data.get(FILE_OF[row.section], {})
    was = next((one for one in items_of(data, row.section) if name_in(one) == row.id), None)
    return was is not None and was != above.raw
