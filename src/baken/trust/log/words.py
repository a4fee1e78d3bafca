"""The closed lists of the read log in words."""

from collections.abc import Mapping

from baken.core.vocabulary.actions import ACTIONS
from baken.core.vocabulary.outcomes import ENVELOPE
from baken.core.vocabulary.text import Text

DEED: Mapping[str, Text] = {
    "view": Text("bekeken", "viewed"),
    "search": Text("gezocht", "searched"),
    "change": Text("gewijzigd", "changed"),
    "share": Text("gedeeld", "shared"),
    "export": Text("uitgevoerd", "exported"),
    "print": Text("als document gemaakt", "made as a document"),
}
RESULT: Mapping[str, Text] = {
    "shown": Text("getoond", "shown"),
    "done": Text("gedaan", "done"),
    "sent_back": Text("teruggegeven: er klopte iets niet", "given back: something was not right"),
    "refused": Text("geweigerd", "refused"),
    "not_found": Text("niet gevonden", "not found"),
    "failed": Text("mislukt", "failed"),
}
KIND: Mapping[str, Text] = {
    "signal": Text("signaal", "signal"),
    "notification": Text("ontvangen melding", "notification received"),
    "request": Text("verzoek van een betrokkene", "request of somebody concerned"),
    "incident": Text("datalek", "data leak"),
    "membership": Text("persoon en rollen", "person and roles"),
    "draft": Text("ontwerp van beleid", "draft policy"),
    "contact": Text("contactpersoon", "contact"),
    "post": Text("functie", "post"),
}
OUTCOME: Mapping[str, Text] = {
    "fits": Text("Past bij het werk", "Fits the work"),
    "asked": Text("Ik heb ernaar gevraagd", "I asked about it"),
    "answered": Text("Gevraagd, en het antwoord is goed", "Asked, and the answer is good"),
    "wrong": Text("Dit klopt niet: ik maak er werk van", "This is not right: I act on it"),
}
SETTLED = frozenset({"fits", "answered", "wrong"})
_WHY: Mapping[str, Text] = {
    "emergency": Text("noodtoegang", "emergency access"),
    "answer_owed": Text("er werd om antwoord gevraagd", "an answer was asked for"),
}


def action(name: str) -> Text:
    """Return what was done, as the table of rights calls it."""
    if name == "command":
        return Text("opdracht van de beheerder van de server", "command of who keeps the server")
    return ACTIONS[name].name if name in ACTIONS else Text(name, name)


def why(word: str, steps: Mapping[str, Text]) -> Text:
    """Return a reason in words: a step that was owed, the word chosen for an envelope, or an emergency."""
    if word in steps:
        return steps[word]
    kind, _, chosen = word.partition(":")
    if kind == "envelope" and chosen in ENVELOPE:
        return Text("envelop geopend: {why}", "envelope opened: {why}").format(why=_text(ENVELOPE[chosen]))
    return _WHY.get(word, Text(word, word))


def kind(name: str) -> Text:
    """Return what kind of thing it was about."""
    return KIND.get(name, Text(name, name))


def _text(found: object) -> Text:
    return found if isinstance(found, Text) else Text(str(found), str(found))
