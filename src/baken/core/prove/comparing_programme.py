"""What two policies say of the programme and its training: which fields are told when they differ, and their words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from baken.core.derive.ready_words import ready_words
from baken.core.policy.bundle import Bundle
from baken.core.policy.programme import SORTS, TOPICS, KitStep
from baken.core.policy.ready import Ready
from baken.core.policy.training import FORMS, Slide
from baken.core.prove.comparing_words import listed
from baken.core.vocabulary.months import month_name
from baken.core.vocabulary.text import Text

_NAME, _WHAT = Text("de naam", "name"), Text("de inhoud", "content")
_THEME, _NOTE = Text("het thema", "theme"), Text("de toelichting", "note")
_AUDIENCE, _LAYERS = Text("de doelgroep", "audience"), Text("de laag", "layer")
_BARRIERS, _OWNER = Text("de barrière", "barrier"), Text("de eigenaar", "owner")
_TIMES, _YEARS = (
    Text("het aantal keren per jaar", "number of times a year"),
    Text("het aantal jaren", "number of years"),
)
_MONTH, _REGIONAL = Text("de maand", "month"), Text("of het regionaal is", "question whether it is regional")
_WHO, _TITLE = Text("wie het doet", "doer"), Text("de titel", "title")
FIELDS: Mapping[str, Mapping[str, Text]] = {
    "themes": {"name": _NAME, "beside": Text("of het ernaast staat", "question whether it stands beside")},
    "programme": {
        "title": _TITLE,
        "goal": Text("het doel", "goal"),
        "from_": Text("de eerste dag", "first day"),
        "until": Text("de laatste dag", "last day"),
        "theme": _THEME,
    },
    "actions": {
        "label": Text("het nummer", "number"),
        "title": _TITLE,
        "what": _WHAT,
        "ready": Text("wanneer het klaar is", "moment it is ready"),
        "owner": _OWNER,
        "partners": Text("wie meedoet", "partner"),
        "barrier": _BARRIERS,
        "budget": Text("het bedrag", "amount"),
    },
    "barriers": {"name": _NAME, "what": Text("het middel", "means")},
    "meetings": {
        "name": _NAME,
        "with_": Text("wie erbij is", "company"),
        "times": _TIMES,
        "months": _MONTH,
        "regional": _REGIONAL,
    },
    "hours": {
        "per_year": Text("het aantal uren per jaar", "number of hours a year"),
        "per_week": Text("het aantal uren per week", "number of hours a week"),
        "note": _NOTE,
    },
    "hour_kinds": {"name": _NAME, "signal": Text("of het bij een signaal hoort", "link to a signal")},
    "budget_lines": {
        "name": _NAME,
        "kind": Text("de soort", "kind"),
        "amount": Text("het bedrag per jaar", "amount a year"),
        "who": Text("wie betaalt", "payer"),
        "regional": _REGIONAL,
        "note": _NOTE,
    },
    "flanking": {"name": _NAME, "examples": _WHAT, "barriers": _BARRIERS},
    "policy_papers": {
        "title": _TITLE,
        "domain": Text("het terrein", "field"),
        "owner": _OWNER,
        "from_year": Text("het eerste jaar", "first year"),
        "until_year": Text("het laatste jaar", "last year"),
        "adapted": Text("de laatste aanpassing", "last change"),
        "region": _REGIONAL,
    },
    "evaluation": {
        "every_years": _YEARS,
        "month": _MONTH,
        "topics": Text("het onderwerp", "topic"),
        "who": _WHO,
        "regional": _REGIONAL,
    },
    "evaluation_questions": {
        "topic": Text("het onderwerp", "topic"),
        "question": Text("de vraag", "question"),
    },
    "level_themes": {"name": _NAME},
    "level_demands": {
        "sort": Text("de soort", "sort"),
        "name": _NAME,
        "asks": Text("wat gevraagd wordt", "demand"),
        "theme": _THEME,
    },
    "outreach": {
        "name": _NAME,
        "times": _TIMES,
        "to": Text("wie het hoort", "receiver"),
        "channels": Text("het kanaal", "channel"),
    },
    "campaigns": {
        "name": _NAME,
        "message": Text("de boodschap", "message"),
        "audience": _AUDIENCE,
        "month": _MONTH,
        "when": Text("de voorwaarde", "condition"),
        "kit": Text("de voorbereiding", "preparation"),
    },
    "training_layers": {"name": _NAME, "what": _WHAT},
    "audiences": {"name": _NAME, "sort": Text("de soort", "sort"), "layers": _LAYERS},
    "courses": {
        "name": _NAME,
        "provider": Text("de aanbieder", "provider"),
        "layer": _LAYERS,
        "audiences": _AUDIENCE,
        "form": Text("de vorm", "form"),
        "free": Text("of het gratis is", "question whether it is free"),
    },
    "training_terms": {"what": _WHAT, "every_years": _YEARS, "times": _TIMES, "for_": _AUDIENCE},
    "kit": {
        "name": _NAME,
        "slides": Text("de dia's", "slides"),
        "case": Text("het geval", "case"),
        "what_to_do": Text("wat te doen", "advice"),
    },
}
THINGS: Mapping[str, Text] = {
    "themes": Text("Het thema “{name}”", "The theme “{name}”"),
    "programme": Text("Het programma “{name}”", "The programme “{name}”"),
    "actions": Text("De actie “{name}”", "The action “{name}”"),
    "barriers": Text("De barrière “{name}”", "The barrier “{name}”"),
    "meetings": Text("Het terugkerende overleg “{name}”", "The recurring meeting “{name}”"),
    "hours": Text("Wat er aan uren is gereserveerd", "What hours are reserved"),
    "hour_kinds": Text("De soort uren “{name}”", "The kind of hours “{name}”"),
    "budget_lines": Text("De regel “{name}” van het budget", "The line “{name}” of the budget"),
    "flanking": Text("Het beleidsterrein “{name}”", "The field of policy “{name}”"),
    "policy_papers": Text("Het stuk “{name}”", "The paper “{name}”"),
    "evaluation": Text("Het ritme van de evaluatie", "The rhythm of the evaluation"),
    "evaluation_questions": Text(
        "De vraag “{name}” van de evaluatie", "The question “{name}” of the evaluation"
    ),
    "level_themes": Text("Het thema “{name}” van het basisniveau", "The theme “{name}” of the basic level"),
    "level_demands": Text("De eis “{name}” van het basisniveau", "The criterion “{name}” of the basic level"),
    "outreach": Text("De voorlichting “{name}”", "The outreach “{name}”"),
    "campaigns": Text("De campagne “{name}”", "The campaign “{name}”"),
    "training_layers": Text("De laag “{name}” van trainingen", "The layer “{name}” of training"),
    "audiences": Text("De doelgroep “{name}”", "The audience “{name}”"),
    "courses": Text("De training “{name}”", "The course “{name}”"),
    "training_terms": Text("Wat terugkomt aan training, “{name}”,", "What comes back in training, “{name}”,"),
    "kit": Text("De werkvorm “{name}”", "The kit “{name}”"),
}
LISTS: Mapping[str, Text] = {
    "themes": Text("thema's", "themes"),
    "programme": Text("programma", "programme"),
    "actions": Text("acties", "actions"),
    "barriers": Text("barrières", "barriers"),
    "meetings": Text("terugkerende overleggen", "recurring meetings"),
    "hours": Text("uren", "hours"),
    "hour_kinds": Text("soorten uren", "kinds of hours"),
    "budget_lines": Text("budget", "budget"),
    "flanking": Text("beleidsterreinen", "fields of policy"),
    "policy_papers": Text("beleidsstukken", "policy papers"),
    "evaluation": Text("evaluatie", "evaluation"),
    "evaluation_questions": Text("vragen van de evaluatie", "questions of the evaluation"),
    "level_themes": Text("thema's van het basisniveau", "themes of the basic level"),
    "level_demands": Text("basisniveau", "basic level"),
    "outreach": Text("voorlichting", "outreach"),
    "campaigns": Text("campagnes", "campaigns"),
    "training_layers": Text("lagen van trainingen", "layers of training"),
    "audiences": Text("doelgroepen", "audiences"),
    "courses": Text("trainingen", "courses"),
    "training_terms": Text("hoe vaak er trainingen zijn", "how often there is training"),
    "kit": Text("werkvorm voor een team", "kit for a team"),
}


_SORT = {"internal": Text("intern", "internal"), "external": Text("extern", "external")}
_KIND = {"source": Text("waar het vandaan komt", "source"), "use": Text("waar het heen gaat", "use")}
_NOTHING = Text("niets", "nothing")


def said(field: str, value: object, bundle: Bundle) -> Text:
    """Return a value of a field in words, with what its ids are called."""
    match value:
        case None | ():
            return _NOTHING
        case Text():
            return Text(f"“{value.nl}”", f"“{value.en}”")
        case Ready():
            return ready_words(value)
        case Slide():
            return listed([value.title, *value.lines])
        case KitStep():
            frame = Text("{n} dagen ervoor: {what}", "{n} days before: {what}")
            return frame.format(n=value.days_before, what=value.what)
        case tuple():
            return listed([one if isinstance(one, Text) else said(field, one, bundle) for one in value])
        case bool():
            return Text("ja", "yes") if value else Text("nee", "no")
        case date():
            return Text(f"{value.day}-{value.month}-{value.year}", value.isoformat())
        case int() if field in ("month", "months"):
            return month_name(value)
    word = str(value)
    return _names(field, bundle).get(word, Text(word, word))


def name(element: Any) -> Text:
    """Return what an element is called: its name or title, its question, or what it says."""
    for field in ("name", "title", "question", "what"):
        found = getattr(element, field, None)
        if found is not None:
            words = found if isinstance(found, Text) else Text(found, found)
            label = getattr(element, "label", "")
            return Text(f"{label} {words.nl}", f"{label} {words.en}") if label else words
    return Text(element.id, element.id)


def _names(field: str, bundle: Bundle) -> Mapping[str, Text]:
    lists: Mapping[str, tuple[Any, ...]] = {
        "theme": (*bundle.themes, *bundle.level_themes),
        "barrier": bundle.barriers,
        "barriers": bundle.barriers,
        "domain": bundle.flanking,
        "layer": bundle.training_layers,
        "layers": bundle.training_layers,
        "audience": bundle.audiences,
        "audiences": bundle.audiences,
        "for_": bundle.audiences,
    }
    known = {one.id: one.name for one in lists.get(field, ())}
    return {**TOPICS, **SORTS, **FORMS, **_SORT, **_KIND, **known}
