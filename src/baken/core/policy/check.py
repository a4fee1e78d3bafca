"""Whether the folded lists fit together: everything that is named exists, and nothing contradicts or goes round."""

from collections.abc import Iterator

from baken.core.policy.addresses import unfit_addresses
from baken.core.policy.consistency import inconsistencies
from baken.core.policy.errors import PolicyError, suggest
from baken.core.policy.fits.care import unfit_care
from baken.core.policy.fits.programme import unfit_programme
from baken.core.policy.fits.retention import unkept
from baken.core.policy.growth import overgrown
from baken.core.policy.items import Item
from baken.core.policy.models import EventMatch, TablesWith
from baken.core.policy.parse import PolicyFolder
from baken.core.policy.reading import Path
from baken.core.vocabulary.text import Text

Sections = dict[str, list[Item]]
_NAMES = {
    "texts": Text("tekst", "text"),
    "partners": Text("partner", "partner"),
    "tables": Text("overleg", "table"),
    "sources": Text("bron", "source"),
    "purposes": Text("doel", "purpose"),
    "grounds": Text("grondslag", "ground"),
    "groups": Text("groep van de kaart", "group of the card"),
    "documents": Text("document", "document"),
    "steps": Text("stap", "step"),
}
_FILE = {
    "texts": "texts.yaml",
    "partners": "partners.yaml",
    "tables": "tables.yaml",
    "sources": "enrichment.yaml",
    "purposes": "processing.yaml",
    "grounds": "processing.yaml",
    "groups": "card.yaml",
    "documents": "municipality.yaml",
    "steps": "route.yaml",
}


def check(folder: PolicyFolder, sections: Sections) -> list[PolicyError]:
    """Return every mistake between the elements of a folded policy."""
    errors = list(_references(folder, sections))
    errors.extend(unfit_addresses(sections))
    errors.extend(unkept(folder, sections))
    errors.extend(unfit_care(folder.head, sections))
    errors.extend(unfit_programme(folder, sections))
    if found := list(overgrown(sections)):
        return [*errors, *found]  # what comes after tries conditions against each other
    errors.extend(inconsistencies(folder, sections))
    return errors


def _still_named(drop: Item, item: Item, value: str) -> PolicyError:
    """Tell it where it was dropped: what still names it stands in a file of the region, which nobody here can mend."""
    named = f"{item.section}.{item.element.id}"
    absent = Text("", "")
    if drop.element.element.startswith("tables."):
        absent = Text(
            " Hebt u dit overleg niet? Laat het dan weer gelden, en zeg erbij dat u het niet hebt (`exists: no`).",
            " You do not have this meeting? Then let it count again, and say there that you lack it (`exists: no`).",
        )
    return drop.wrong(
        ("element",),
        Text(
            f"`{value}` geldt hier niet, maar wordt nog genoemd.",
            f"`{value}` does not count here, but is still named.",
        ),
        Text(f"`{named}` gaat erover ({item.file}).", f"`{named}` is about it ({item.file})."),
        Text(
            f"Laat ook `{named}` hier niet gelden, of pas dat aan.{absent.nl}",
            f"Drop `{named}` here too, or change it.{absent.en}",
        ),
    )


def _references(folder: PolicyFolder, sections: Sections) -> Iterator[PolicyError]:
    known = {name: {item.element.id for item in sections[name]} for name in _NAMES}
    known["receivers"] = known["partners"] | known["tables"]
    dropped = {drop.element.element.partition(".")[::2]: drop for drop in folder.drops}

    def missing(item: Item, path: Path, value: str | None, lists: str) -> Iterator[PolicyError]:
        if value is None or value in known[lists]:
            return
        if not item.file.startswith(f"{folder.name}/"):
            for section in ("partners", "tables") if lists == "receivers" else (lists,):
                if drop := dropped.get((section, value)):
                    yield _still_named(drop, item, value)
                    return
        shown = "partners" if lists == "receivers" else lists
        name, file = _NAMES[shown], _FILE[shown]
        if lists == "receivers":
            file = "partners.yaml / tables.yaml"
        yield item.wrong(
            path,
            Text(f"`{value}` bestaat niet als {name.nl}.", f"`{value}` does not exist as a {name.en}."),
            Text(
                f"`{item.section}` noemt iets dat niet in `{file}` staat (ook niet bij de regio).",
                f"`{item.section}` names something that is not in `{file}` (nor in the region's).",
            ),
            suggest(
                value,
                known[lists],
                Text(f"Zet het in `{file}`, of noem iets anders.", f"Add it to `{file}`."),
            ),
        )

    for items in (*sections.values(), [folder.head]):
        for item in items:
            source = getattr(item.element, "source", None)
            if source is not None:
                yield from missing(item, ("source", "document"), source.document, "documents")
            text = getattr(item.element, "text", None)
            if isinstance(text, str) and item.section != "texts":
                yield from missing(item, ("text",), text, "texts")
            for key in ("with_table", "without_table"):
                yield from missing(item, (key,), getattr(item.element, key, None), "tables")
            for key, match in _matches(item):
                yield from missing(item, (key,), match.partner, "receivers")
                yield from missing(item, (key,), match.table, "tables")
                yield from missing(item, (key,), match.source, "sources")
            for ground in getattr(item.element, "grounds", ()):
                yield from missing(item, ("grounds",), ground, "grounds")
    for item in sections["steps"]:
        for number, after in enumerate(item.element.after):
            yield from missing(item, ("after", number), after.step, "steps")
    for item in sections["referrals"]:
        yield from missing(item, ("to",), item.element.to, "receivers")
        yield from _needs_use(item, sections)
    for item in sections["holds"]:
        before = item.element.before
        for partner in before.partners:
            yield from missing(item, ("before", "partners"), partner, "receivers")
        if isinstance(before.tables, TablesWith):
            yield from missing(item, ("before", "tables"), before.tables.with_, "receivers")
        else:
            for table in before.tables:
                yield from missing(item, ("before", "tables"), table, "tables")
    for item in sections["destinations"]:
        yield from missing(item, ("id",), item.element.id, "receivers")
    for item in sections["tables"]:
        for partner in item.element.with_:
            yield from missing(item, ("with",), partner, "receivers")
    for item in sections["uses"]:
        if item.element.id != "intake":
            yield from missing(item, ("id",), item.element.id, "receivers")
    for item in (*sections["uses"], *sections["activities"]):
        for purpose in item.element.purposes:
            yield from missing(item, ("purposes",), purpose, "purposes")
    for item in sections["activities"]:
        yield from missing(item, ("bsn",), item.element.bsn, "grounds")
        for joint in item.element.joint:
            yield from missing(item, ("joint",), joint.with_, "receivers")
    for item in sections["items"]:
        yield from missing(item, ("group",), item.element.group, "groups")


def _matches(item: Item) -> Iterator[tuple[str, EventMatch]]:
    element = item.element
    for key in ("completes", "done_by", "met_also_by"):
        for match in getattr(element, key, ()):
            yield key, match
    if item.section == "holds":
        yield "until", element.until


def _needs_use(item: Item, sections: Sections) -> Iterator[PolicyError]:
    uses = [use.element.id for use in sections["uses"]]
    if item.element.to not in uses:
        yield item.wrong(
            ("to",),
            Text(
                f"Voor `{item.element.to}` staat nergens waarom en op welke grond er iets heen mag.",
                f"Nothing says why and on what ground something may go to `{item.element.to}`.",
            ),
            Text(
                "Zonder doel en grondslag kan er niets worden overgedragen.",
                "Without them nothing can be handed over.",
            ),
            Text(
                f"Zet in `processing.yaml` bij `uses` een onderdeel met `id: {item.element.to}`.",
                f"Add an item with `id: {item.element.to}` to `uses` in `processing.yaml`.",
            ),
        )
