"""Whether the lists of `programme.yaml` and `training.yaml` fit together: what they name exists, no day is outside."""

from collections.abc import Iterator, Mapping

from baken.core.policy.errors import PolicyError, suggest
from baken.core.policy.items import Item
from baken.core.policy.parse import PolicyFolder
from baken.core.policy.programme import Programme
from baken.core.vocabulary.text import Text

Sections = Mapping[str, list[Item]]
SINGLE = ("programme", "hours", "evaluation")
"""Lists that hold one element at most, whose id is the name of the list."""
NAMES: tuple[tuple[str, str, str, str], ...] = (
    ("programme", "theme", "theme", "themes"),
    ("actions", "barrier", "barrier", "barriers"),
    ("flanking", "barriers", "barriers", "barriers"),
    ("policy_papers", "domain", "domain", "flanking"),
    ("level_demands", "theme", "theme", "level_themes"),
    ("campaigns", "audience", "audience", "audiences"),
    ("audiences", "layers", "layers", "training_layers"),
    ("courses", "layer", "layer", "training_layers"),
    ("courses", "audiences", "audiences", "audiences"),
    ("training_terms", "for_", "for", "audiences"),
)
"""Which list names what of which other list: the list, the field, its key, and the list it names."""
EITHER: tuple[tuple[str, str, str], ...] = (
    ("hours", "per_year", "per_week"),
    ("training_terms", "every_years", "times"),
)


def unfit_programme(folder: PolicyFolder, sections: Sections) -> Iterator[PolicyError]:
    """Yield every element of the programme or its training that names nothing, or says too much or too little."""
    for section, field, key, lists in NAMES:
        known = [item.element.id for item in sections[lists]]
        for item in sections[section]:
            value = getattr(item.element, field)
            for name in value if isinstance(value, tuple) else (value,):
                if name is not None and name not in known:
                    yield _dropped(folder, item, name, lists) or _nameless(item, key, name, known, lists)
    for section in SINGLE:
        yield from _single(sections[section], section)
    for section, one, other in EITHER:
        for item in sections[section]:
            yield from _either(item, one, other)
    yield from _actions(sections)
    yield from _spans(sections)


def _dropped(folder: PolicyFolder, item: Item, value: str, lists: str) -> PolicyError | None:
    """Tell it where it was dropped: what still names it stands in a file of the region, which nobody here can mend."""
    drop = next((one for one in folder.drops if one.element.element == f"{lists}.{value}"), None)
    if drop is None or item.file.startswith(f"{folder.name}/"):
        return None
    named = f"{item.section}.{item.element.id}"
    return drop.wrong(
        ("element",),
        Text(
            f"`{value}` geldt hier niet, maar wordt nog genoemd.",
            f"`{value}` does not count here, but is still named.",
        ),
        Text(f"`{named}` noemt het ({item.file}).", f"`{named}` names it ({item.file})."),
        Text(
            f"Laat ook `{named}` hier niet gelden, of pas dat aan.",
            f"Drop `{named}` here too, or change it.",
        ),
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


def _single(items: list[Item], name: str) -> Iterator[PolicyError]:
    for item in items:
        if item.element.id != name:
            yield item.wrong(
                ("id",),
                Text(f"Hier hoort `id: {name}`.", f"This should be `id: {name}`."),
                Text(
                    "Hiervan is er één; met die id vervangt het dat van de regio.",
                    "There is one of these; with that id it takes the place of the region's.",
                ),
                Text(f"Schrijf `id: {name}`.", f"Write `id: {name}`."),
            )


def _either(item: Item, one: str, other: str) -> Iterator[PolicyError]:
    given = [key for key in (one, other) if getattr(item.element, key) is not None]
    if len(given) != 1:
        yield item.wrong(
            (other,) if given else (),
            Text(f"Hier hoort `{one}` of `{other}`.", f"This needs `{one}` or `{other}`."),
            Text(
                "Met allebei of geen van beide is niet te zeggen hoeveel.",
                "With both or neither nobody can say how much.",
            ),
            Text("Schrijf er één.", "Write one of them."),
        )


def _actions(sections: Sections) -> Iterator[PolicyError]:
    items = sections["actions"]
    whole = next((item.element for item in sections["programme"]), None)
    by_label: dict[str, Item] = {}
    for item in items:
        label = item.element.label
        if label in by_label:
            first = by_label[label]
            yield item.wrong(
                ("label",),
                Text(f"Nummer {label} is er al.", f"Number {label} is there already."),
                Text(
                    f"`{first.element.id}` heeft het ({first.file}).",
                    f"`{first.element.id}` has it ({first.file}).",
                ),
                Text("Geef elke actie een eigen nummer.", "Give every action its own number."),
            )
        by_label.setdefault(label, item)
    for item in items:
        above = item.element.label.rpartition(".")[0]
        if above and above not in by_label:
            yield item.wrong(
                ("label",),
                Text(f"Er is geen actie {above}.", f"There is no action {above}."),
                Text(
                    f"{item.element.label} hangt daaronder, en stond dan nergens.",
                    f"{item.element.label} hangs under it, and would then stand nowhere.",
                ),
                Text(
                    "Voeg die actie toe, of kies een ander nummer.",
                    "Add that action, or choose another number.",
                ),
            )
        if whole is None:
            yield item.wrong(
                (),
                Text("Deze actie hoort bij geen programma.", "This action belongs to no programme."),
                Text(
                    "Zonder looptijd is niet te zeggen wat te laat is.",
                    "Without a span nobody can say what is late.",
                ),
                Text("Voeg een `programme` toe.", "Add a `programme`."),
            )
        else:
            yield from _outside(item, whole)


def _outside(item: Item, whole: Programme) -> Iterator[PolicyError]:
    ready = item.element.ready
    if ready.on is None or (whole.from_ <= ready.on and (ready.kind == "every" or ready.on <= whole.until)):
        return
    first, last = whole.from_.isoformat(), whole.until.isoformat()
    yield item.wrong(
        ("ready", "on"),
        Text(
            f"{ready.on.isoformat()} valt buiten het programma.",
            f"{ready.on.isoformat()} lies outside the programme.",
        ),
        Text(
            f"Dat loopt van {first} tot en met {last}.", f"It runs from {first} up to and including {last}."
        ),
        Text("Verander de dag of de looptijd.", "Change the day or the span."),
    )


def _spans(sections: Sections) -> Iterator[PolicyError]:
    themes = {item.element.id: item.element for item in sections["themes"]}
    for item in sections["programme"]:
        if item.element.until < item.element.from_:
            yield _backwards(item, "until")
        theme = themes.get(item.element.theme)
        if theme is not None and theme.beside:
            yield item.wrong(
                ("theme",),
                Text(f"`{theme.id}` staat ernaast.", f"`{theme.id}` stands beside this."),
                Text(
                    "Het programma van dat thema staat elders.", "The programme of that theme is elsewhere."
                ),
                Text(
                    "Noem een ander thema, of haal `beside` weg.", "Name another theme, or remove `beside`."
                ),
            )
    for item in sections["policy_papers"]:
        first, last = item.element.from_year, item.element.until_year
        if first is not None and last is not None and last < first:
            yield _backwards(item, "until_year")
    for item in sections["meetings"]:
        times, months = item.element.times, item.element.months
        if len(set(months)) != len(months) or (months and times is not None and times != len(months)):
            yield item.wrong(
                ("months",),
                Text(
                    "De maanden passen niet bij het aantal keren.",
                    "The months do not fit the number of times.",
                ),
                Text("Elke keer heeft één maand.", "Every time has one month."),
                Text("Noem evenveel maanden als keren, of geen.", "Name as many months as times, or none."),
            )


def _backwards(item: Item, key: str) -> PolicyError:
    return item.wrong(
        (key,),
        Text("Het einde ligt voor het begin.", "The end lies before the beginning."),
        Text("Zo loopt het op geen enkele dag.", "That way it runs on no day at all."),
        Text("Verander een van beide.", "Change one of them."),
    )
