"""Closed lists around what is noted of a client's stay: why it was noted, and how a term was handled."""

from collections.abc import Mapping

from baken.core.vocabulary.text import Text

BECAUSE: Mapping[str, Text] = {
    "first": Text("dit is voor het eerst vastgelegd", "this was noted for the first time"),
    "happened": Text("er is iets veranderd of gebeurd", "something changed or happened"),
    "discovered": Text(
        "dit was al zo, maar werd later bekend", "this was so already, but became known later"
    ),
    "mistake": Text("het stond er verkeerd", "it was written down wrongly"),
    "back": Text(
        "de verblijfspositie is weer wat die eerder was", "the residence position is again what it once was"
    ),
    "rules": Text(
        "wat geldt is veranderd: de regels, of de leeftijd", "what counts has changed: the rules, or the age"
    ),
}
"""Why something is noted, or a term changed. `first` and `rules` are Baken's own words, the others are chosen."""

CHOSEN: tuple[str, ...] = ("happened", "discovered", "mistake", "back")

HOW: Mapping[str, Text] = {
    "done": Text("gedaan, op tijd", "done, in time"),
    "done_late": Text("gedaan, maar te laat", "done, but too late"),
    "known": Text("gedaan: dat blijkt uit wat is vastgelegd", "done: it follows from what was noted"),
    "known_late": Text(
        "te laat gedaan: dat blijkt uit wat is vastgelegd", "done too late: it follows from what was noted"
    ),
    "other_way": Text("op een andere manier opgelost", "solved in another way"),
    "not_needed": Text("niet meer nodig", "no longer needed"),
    "mistake": Text("de datum stond er verkeerd", "the date was written down wrongly"),
}
"""How a term was handled; what was done stands in words beside it."""

KNOWN: tuple[str, ...] = ("known", "known_late")
"""Not chosen by anybody: a moment that was noted says it. Where that proves wrong, the term runs again."""
BY_HAND: tuple[str, ...] = tuple(how for how in HOW if how not in KNOWN)
