"""What no policy may lay down: the Wams before it counts, the WGS for own use, data without an activity."""

from collections.abc import Iterator, Mapping, Sequence

from baken.core.policy.errors import PolicyError
from baken.core.policy.items import Item
from baken.core.policy.parse import PolicyFolder
from baken.core.vocabulary.processing import ACTIVITIES, WGS_RECEIVERS, names_wams, names_wgs
from baken.core.vocabulary.text import Text

Sections = Mapping[str, list[Item]]
MAY_NAME_WGS = ("hand_over", "discuss", "receive_hand_over")


def unlawful(layers: Sequence[PolicyFolder], sections: Sections) -> Iterator[PolicyError]:
    """Yield every ground that may not stand here, and every kind of data that no activity answers for."""
    yield from _wams(layers, sections)
    yield from _wgs(sections)
    yield from _activities(layers[-1], sections)


def _wams(layers: Sequence[PolicyFolder], sections: Sections) -> Iterator[PolicyError]:
    heads = [layer.head.element for layer in layers if layer.head.element.wams is not None]
    if any(head.wams.since <= layers[-1].valid_from for head in heads):
        return
    for item, key in _named(sections, names_wams):
        yield item.wrong(
            (key,),
            Text(f"`{item.element.id}` noemt de Wams.", f"`{item.element.id}` names the Wams."),
            Text(
                "Die wet is alleen een grondslag waar vaststaat dat zij geldt, op de eerste dag van dit beleid.",
                "That act is a ground only where it is certain that it counts, on the first day of this policy.",
            ),
            Text(
                "Haal dit weg, of zet in `municipality.yaml`: `wams: {reference: ..., since: ...}`.",
                "Remove this, or write in `municipality.yaml`: `wams: {reference: ..., since: ...}`.",
            ),
        )


def _named(sections: Sections, names: object) -> Iterator[tuple[Item, str]]:
    """Yield what names an act, and at which key."""
    assert callable(names)
    for item in sections["grounds"]:
        ground = item.element
        for key, words in (
            ("id", (ground.id,)),
            ("name", (ground.name.nl, ground.name.en)),
            ("article", (ground.article,)),
        ):
            if names(*words):
                yield item, key
                break
    for item in sections["partners"]:
        if (said := item.element.exchange) is not None and names(said.nl, said.en):
            yield item, "exchange"
    for item in sections["activities"]:
        if any(names(one.agreement.nl, one.agreement.en) for one in item.element.joint):
            yield item, "joint"


def _wgs(sections: Sections) -> Iterator[PolicyError]:
    wgs = {
        item.element.id
        for item in sections["grounds"]
        if names_wgs(item.element.id, item.element.name.nl, item.element.name.en, item.element.article)
    }
    for section in ("uses", "sources", "activities"):
        for item in sections[section]:
            may = {"uses": WGS_RECEIVERS, "activities": MAY_NAME_WGS}.get(section, ())
            for ground in item.element.grounds:
                if ground in wgs and item.element.id not in may:
                    yield item.wrong(
                        ("grounds",),
                        Text(
                            f"`{ground}` kan geen grondslag zijn bij `{item.element.id}`.",
                            f"`{ground}` cannot be a ground at `{item.element.id}`.",
                        ),
                        Text(
                            "De WGS geldt alleen voor wat naar het RIEC of het Zorg- en Veiligheidshuis gaat, nooit "
                            "voor eigen gebruik.",
                            "The WGS counts only for what goes to the RIEC or the care and safety house, never for "
                            "own use.",
                        ),
                        Text(
                            "Noem hier een eigen wettelijke taak.", "Name a statutory task of your own here."
                        ),
                    )


def _activities(folder: PolicyFolder, sections: Sections) -> Iterator[PolicyError]:
    known = {item.element.id for item in sections["activities"]}
    takes_reports = any(item.element.id == "intake" for item in sections["uses"])
    if not takes_reports and not known:
        return  # a sketch of a route, through which nothing can be stored
    for activity in ACTIVITIES:
        if activity not in known:
            name = ACTIVITIES[activity]
            yield PolicyError(
                f"{folder.name}/processing.yaml",
                0,
                Text(
                    f"Niets zegt waarom en hoelang: {name.nl}.", f"Nothing says why and how long: {name.en}."
                ),
                Text(
                    "Baken bewaart hierbij gegevens; die horen bij precies één verwerking.",
                    "Baken stores data for this; it belongs to exactly one activity.",
                ),
                Text(
                    f"Zet in `processing.yaml` bij `activities` een onderdeel met `id: {activity}`.",
                    f"Add an item with `id: {activity}` to `activities` in `processing.yaml`.",
                ),
            )
    for item in sections["activities"]:
        yield from _purpose_and_ground(item, sections)


def _purpose_and_ground(item: Item, sections: Sections) -> Iterator[PolicyError]:
    """Taking in and handing over have theirs from `uses`; whatever has none of its own must say so here."""
    activity = item.element
    from_uses = ("take_in", "hand_over")
    for key, own in (("purposes", activity.purposes), ("grounds", activity.grounds)):
        elsewhere = activity.id in from_uses or (
            activity.id == "consult_source" and key == "grounds" and bool(sections["sources"])
        )
        if not own and not elsewhere:
            yield item.wrong(
                (),
                Text(f"`{activity.id}` heeft geen `{key}`.", f"`{activity.id}` has no `{key}`."),
                Text(
                    "Zonder doel en grondslag mag er niets worden bewaard.",
                    "Without a purpose and a ground nothing may be stored.",
                ),
                Text(f"Zet `{key}:` bij deze verwerking.", f"Add `{key}:` to this activity."),
            )
