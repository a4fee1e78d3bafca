"""Whether the rules of `care.yaml` fit together: what they name exists, and each can count for somebody."""

from collections.abc import Iterator, Mapping

from baken.core.policy.conditions import can_hold
from baken.core.policy.errors import PolicyError, suggest
from baken.core.policy.items import Item
from baken.core.vocabulary.care import CARE_FACTS, MOMENTS
from baken.core.vocabulary.text import Text


def unfit_care(head: Item, sections: Mapping[str, list[Item]]) -> Iterator[PolicyError]:
    """Yield every rule of care that names nothing or counts for nobody, and a room at whoever gives no care."""
    if head.element.room is not None and head.element.kind != "care":
        yield head.wrong(
            ("room",),
            Text("Hier hoort geen `room`.", "`room` does not belong here."),
            Text(
                "Alleen een zorgorganisatie houdt dossiers van cliënten bij.",
                "Only a care organisation keeps files of clients.",
            ),
            Text("Haal het weg, of schrijf `kind: care`.", "Remove it, or write `kind: care`."),
        )
    providers = [item.element.id for item in sections["providers"]]
    areas = [item.element.id for item in sections["areas"]]
    ends = [*MOMENTS, *(item.element.id for item in sections["deadlines"])]
    for section in ("entitlements", "deadlines", "care_steps", "areas"):
        for item in sections[section]:
            for key in ("provider", "who"):
                value = getattr(item.element, key, None)
                if value is not None and value not in providers:
                    yield _nameless(item, key, value, providers, "providers")
            if section == "entitlements" and item.element.area not in areas:
                yield _nameless(item, "area", item.element.area, areas, "areas")
            if section in ("entitlements", "care_steps"):
                for end in item.element.until:
                    if end not in ends:
                        yield _nameless(item, "until", end, ends, "deadlines")
            if section != "areas" and not can_hold(item.element.when, kinds=CARE_FACTS):
                yield item.wrong(
                    ("when",),
                    Text(
                        f"`{item.element.id}` kan voor niemand gelden.",
                        f"`{item.element.id}` can count for nobody.",
                    ),
                    Text("Niemand voldoet aan deze voorwaarde.", "Nobody fulfils this condition."),
                    Text(
                        "Verander de voorwaarde, of haal het onderdeel weg.",
                        "Change the condition or remove the item.",
                    ),
                )
    deadlines = [item.element.id for item in sections["deadlines"]]
    for item in sections["care_steps"]:
        for name in item.element.missed:
            if name not in deadlines:
                yield _nameless(item, "missed", name, deadlines, "deadlines")
        if (item.element.starts is None) != (item.element.within is None):
            yield item.wrong(
                ("within",),
                Text(
                    "`starts` en `within` horen bij elkaar.",
                    "`starts` and `within` belong together.",
                ),
                Text("Een termijn loopt vanaf een moment.", "A term runs from a moment."),
                Text("Schrijf ze allebei, of geen van beide.", "Write both of them, or neither."),
            )


def _nameless(item: Item, key: str, value: str, known: list[str], lists: str) -> PolicyError:
    return item.wrong(
        (key,),
        Text(f"`{value}` bestaat hier niet.", f"`{value}` does not exist here."),
        Text(
            f"`{item.section}` noemt iets dat niet in `{lists}` staat.",
            f"`{item.section}` names something that is not in `{lists}`.",
        ),
        suggest(value, known, Text(f"Zet het in `{lists}`.", f"Add it to `{lists}`.")),
    )
