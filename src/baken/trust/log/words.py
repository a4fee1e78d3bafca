"""The closed lists of the read log in words."""

from collections.abc import Mapping

from baken.core.derive.questions import LOG_IN, LOG_OUT, NOT_IN, SESSION_END
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
    LOG_IN: Text("in- en uitgelogd", "logged in and out"),
}
RESULT: Mapping[str, Text] = {
    "shown": Text("getoond", "shown"),
    "done": Text("gedaan", "done"),
    "sent_back": Text("teruggegeven: er klopte iets niet", "given back: something was not right"),
    "refused": Text("geweigerd", "refused"),
    "not_found": Text("niet gevonden", "not found"),
    "failed": Text("mislukt", "failed"),
    NOT_IN: Text("niet binnengelaten", "not let in"),
}
AT_THE_DOOR: Mapping[str, Text] = {
    LOG_IN: Text("inloggen", "log in"),
    LOG_OUT: Text("uitloggen", "log out"),
    SESSION_END: Text("een sessie beëindigen", "end a session"),
}
HOW: Mapping[str, Text] = {
    "by:password": Text("met een wachtwoord", "with a password"),
    "by:password-totp": Text("met wachtwoord en code uit de app", "with a password and a code from the app"),
    "by:password-recovery": Text("met wachtwoord en herstelcode", "with a password and a recovery code"),
    "by:passkey": Text("met een passkey", "with a passkey"),
    "by:sso": Text("met het account van de organisatie", "with the account of the organisation"),
    "by:totp": Text("tweede stap: code uit de app", "second step: code from the app"),
    "by:recovery": Text("tweede stap: herstelcode", "second step: recovery code"),
    "sso:not_set_up": Text("inlogdienst niet ingesteld", "provider not set up"),
    "sso:unreachable": Text("inlogdienst gaf geen goed antwoord", "provider gave no good answer"),
    "sso:denied": Text(
        "afgebroken, of geen toegang van de inlogdienst", "stopped, or no access by the provider"
    ),
    "sso:provider": Text("inlogdienst maakte het niet af", "provider did not finish"),
    "sso:stale": Text("poging verlopen of al gebruikt", "attempt ended or used already"),
    "sso:untrusted": Text("antwoord van de inlogdienst klopte niet", "answer of the provider was not right"),
    "sso:too_weak": Text("inlogdienst meldde geen tweede stap", "provider told of no second step"),
    "sso:no_email": Text("geen gecontroleerd e-mailadres", "no e-mail address that was checked"),
    "sso:unknown": Text("in Baken geen lid", "no member in Baken"),
    "sso:no_groups": Text("inlogdienst gaf geen groepen door", "provider passed on no groups"),
    "sso:no_role": Text("geen rol bij dit account", "no role for this account"),
    "sso:conflict": Text("rollen die niet samengaan", "roles that do not go together"),
    "sso:other_account": Text("ander account bij dit adres", "another account for this address"),
    "sso:closed": Text("toegang gesloten", "access closed"),
}
KIND: Mapping[str, Text] = {
    "signal": Text("signaal", "signal"),
    "notification": Text("ontvangen melding", "notification received"),
    "client": Text("cliëntdossier", "client file"),
    "request": Text("verzoek van een betrokkene", "request of somebody concerned"),
    "destruction": Text("vernietigingslijst", "destruction list"),
    "recovery": Text("herstel van een sleutel", "recovery of a key"),
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
    "client:contact": Text("veilig contact was nog niet afgesproken", "safe contact was not agreed yet"),
    "client:rights": Text("nog niet ingelicht over rechten", "not told of rights yet"),
    "client:needs": Text("nog geen hulpvraag vastgelegd", "no need for help recorded yet"),
    "client:waiting": Text("een hulpvraag wachtte", "a need waited for help"),
    "client:help": Text("afgesproken hulp liep", "help that was agreed was under way"),
    "client:check": Text("het dossier moest opnieuw worden bekeken", "the file had to be looked at again"),
    "client:complex": Text("ingebracht als ingewikkelde casus", "brought in as a complex case"),
}


def action(name: str) -> Text:
    """Return what was done, as the table of rights calls it."""
    if name == "command":
        return Text("opdracht van de beheerder van de server", "command of who keeps the server")
    if name in AT_THE_DOOR:
        return AT_THE_DOOR[name]
    return ACTIONS[name].name if name in ACTIONS else Text(name, name)


def why(word: str, steps: Mapping[str, Text]) -> Text:
    """Return a reason in words: a step that was owed, the word chosen for an envelope, or an emergency."""
    if found := steps.get(word) or HOW.get(word):
        return found
    kind, _, chosen = word.partition(":")
    if kind == "envelope" and chosen in ENVELOPE:
        return Text("envelop geopend: {why}", "envelope opened: {why}").format(why=_text(ENVELOPE[chosen]))
    return _WHY.get(word, Text(word, word))


def kind(name: str) -> Text:
    """Return what kind of thing it was about."""
    return KIND.get(name, Text(name, name))


def _text(found: object) -> Text:
    return found if isinstance(found, Text) else Text(str(found), str(found))
