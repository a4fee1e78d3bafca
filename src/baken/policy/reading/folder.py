"""The policy as a folder to download: its files and cases as they were written, and where they are from."""

import io
import zipfile
from dataclasses import dataclass
from datetime import date

from baken.core.policy.bundle import Bundle
from baken.core.policy.errors import PolicyErrors
from baken.core.policy.library import Files, Library
from baken.core.policy.resolve import resolve
from baken.policy.models import Edition
from baken.policy.reading.versions import Version

_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Packed:
    """A zip file with its name."""

    name: str
    content: bytes


def packed(version: Version, there: Library) -> Packed:
    """Return the folder of a version. Equal policies give equal files, to the byte."""
    bundle = version.bundle
    files, cases, exact = _texts(bundle, there)
    root, day = bundle.policy_id, bundle.valid_from.isoformat()
    texts: dict[str, str | bytes] = {f"{root}/README.md": readme(version, exact, bool(files))}
    texts |= {f"{root}/{day}/{name}": text for name, text in files.items()}
    texts |= {f"{root}/cases/{name}": text for name, text in cases.items()}
    if not exact:
        texts[f"{root}/bundle.json"] = bundle.canonical()
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(texts):
            archive.writestr(zipfile.ZipInfo(name, _STAMP), texts[name], zipfile.ZIP_DEFLATED)
    return Packed(f"beleid-{root}-{day}.zip", held.getvalue())


def _texts(bundle: Bundle, there: Library) -> tuple[Files, Files, bool]:
    """Return files, cases, and whether they give this very bundle."""
    edition = Edition.objects.filter(bundle=bundle.id).order_by("-made_at").first()
    if edition is not None:
        return edition.files, edition.cases, True
    day = bundle.valid_from.isoformat()
    if day not in there.versions(bundle.policy_id):
        return {}, {}, False
    files, cases = there.files(bundle.policy_id, day), there.case_files(bundle.policy_id)
    return files, cases, any(_gives(bundle, there, on) for on in (bundle.valid_from, date.max))


def _gives(bundle: Bundle, there: Library, on: date) -> bool:
    try:
        return resolve(there, bundle.policy_id, on).id == bundle.id
    except PolicyErrors:
        return False


def readme(version: Version, exact: bool, has_files: bool) -> str:
    """Return what somebody needs to know who finds the folder later."""
    bundle, adoption = version.bundle, version.adoption
    layers = [f"- {layer.policy_id}, versie {layer.valid_from.isoformat()}" for layer in bundle.layers]
    sources = [
        f"- `{one.id}`: {one.title}"
        + (f", {one.publisher}" if one.publisher else "")
        + (f", {one.date.isoformat()}" if one.date else "")
        for one in bundle.documents
    ]
    lines = [
        f"# Beleid mensenhandel: {bundle.name.nl}",
        "",
        f"- versie: {bundle.valid_from.isoformat()}",
        f"- in gebruik vanaf: {adoption.from_date.isoformat()}",
        f"- besluit: {adoption.decision}"
        + (f", {adoption.decided_on.isoformat()}" if adoption.decided_on else ""),
        f"- bundel: `{bundle.id}`",
        "",
        "De map met een datum bevat het beleid, `cases` de gevallen waarmee het is getoetst. Elk onderdeel noemt zijn",
        "bron, of de reden waarom het zo is gekozen. De map is weer in te lezen in Baken.",
        "",
        "## Waarop dit beleid bouwt",
        "",
        *layers,
        "",
        "Wat lager staat gaat voor. De mappen van de regio en de landelijke basis zitten hier niet bij.",
        "",
        "## Documenten",
        "",
        *sources,
        "",
    ]
    if not exact:
        lines += [
            "## Let op",
            "",
            "De map is na het in gebruik nemen veranderd, of wat eronder ligt is veranderd."
            if has_files
            else "De map waarin dit beleid is geschreven is hier niet meer.",
            "Wat in gebruik is staat volledig in `bundle.json`; dat bestand leest Baken niet in.",
            "",
        ]
    return "\n".join(lines)
