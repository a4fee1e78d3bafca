"""The programme, its basic level, money and evaluation, and the training, as a reader of the policy sees them."""

from collections.abc import Mapping, Sequence
from typing import Any

from baken.core.derive.ready_words import ready_words
from baken.core.policy.programme import SORTS, TOPICS, label_order
from baken.core.policy.training import FORMS
from baken.core.vocabulary.months import month_name
from baken.core.vocabulary.text import Text
from baken.policy.reading.entries import Entry, Group, Part, Saying

_WHO, _READY = Text("Wie", "Who"), Text("Klaar", "Ready")
_FOR, _TIMES = Text("Voor wie", "For whom"), Text("Keren per jaar", "Times a year")
_MONTHS, _BARRIERS = Text("Maanden", "Months"), Text("Barrières", "Barriers")
_EVERY, _AMOUNT = Text("Om de hoeveel jaar", "Every so many years"), Text("Bedrag per jaar", "Amount a year")
_REGIONAL = Text("Samen met andere gemeenten", "Together with other municipalities")
_WHOLE_REGION = Text("Bedrag van de hele regio", "Amount of the whole region")
_BESIDE = Text("Staat ernaast", "Stands beside it")
_THEME, _FIELD = Text("Thema", "Theme"), Text("Terrein", "Field")


def programme_page(saying: Saying) -> Part:
    """Return the page of the programme."""
    bundle = saying.bundle
    barriers, flanking = _names(bundle.barriers), _names(bundle.flanking)
    return Part(
        "programma",
        Text("Programma", "Programme"),
        Text(
            "Wat de gemeente wil bereiken en wanneer, wie het doet, en wat het kost. Hierin staat niemand bij naam.",
            "What the municipality wants to reach and when, who does it, and what it costs. Nobody is named here.",
        ),
        (
            _group(saying, "Het programma", "The programme", "programme", bundle.programme_list, _whole),
            _group(
                saying,
                "Acties",
                "Actions",
                "actions",
                sorted(bundle.actions, key=lambda one: label_order(one.label)),
                lambda one: {
                    "title": Text(f"{one.label} {one.title.nl}", f"{one.label} {one.title.en}"),
                    "words": (one.what,),
                    "lines": (
                        (_READY, ready_words(one.ready)),
                        (_WHO, one.owner),
                        (Text("Met", "With"), list(one.partners)),
                        (_BARRIERS, barriers[one.barrier] if one.barrier else None),
                        (Text("Bedrag", "Amount"), _euros(one.budget)),
                    ),
                },
            ),
            _group(
                saying,
                "Thema's",
                "Themes",
                "themes",
                bundle.themes,
                lambda one: {"title": one.name, "marks": (_BESIDE if one.beside else None,)},
            ),
            _group(
                saying,
                "Overleggen met een ritme",
                "Meetings with a rhythm",
                "meetings",
                bundle.meetings,
                lambda one: {
                    "title": one.name,
                    "marks": (_REGIONAL if one.regional else None,),
                    "lines": (
                        (_WHO, list(one.with_)),
                        (_TIMES, _number(one.times)),
                        (_MONTHS, [month_name(month) for month in one.months]),
                    ),
                },
            ),
            _group(
                saying,
                "Voorlichting",
                "Outreach",
                "outreach",
                bundle.outreach,
                lambda one: {
                    "title": one.name,
                    "lines": (
                        (_FOR, list(one.to)),
                        (_TIMES, _number(one.times)),
                        (Text("Via", "Through"), list(one.channels)),
                    ),
                },
            ),
            _group(saying, "Campagnes", "Campaigns", "campaigns", bundle.campaigns, _campaign(saying)),
            _group(saying, "Uren", "Hours", "hours", bundle.hours_list, _hours),
            _group(
                saying,
                "Soorten uren",
                "Kinds of hours",
                "hour_kinds",
                bundle.hour_kinds,
                lambda one: {"title": one.name},
            ),
            _group(
                saying,
                "Geld",
                "Money",
                "budget_lines",
                bundle.budget_lines,
                lambda one: {
                    "title": one.name,
                    "marks": (
                        Text("Bron", "Source") if one.kind == "source" else Text("Besteding", "Use"),
                        _WHOLE_REGION if one.regional else None,
                    ),
                    "words": (one.note,),
                    "lines": ((_AMOUNT, _euros(one.amount)), (_WHO, one.who)),
                },
            ),
            _group(
                saying,
                "Beleidsterreinen eromheen",
                "Fields of policy around it",
                "flanking",
                bundle.flanking,
                lambda one: {
                    "title": one.name,
                    "words": (one.examples,),
                    "lines": ((_BARRIERS, [barriers[name] for name in one.barriers]),),
                },
            ),
            _group(
                saying,
                "Barrières",
                "Barriers",
                "barriers",
                bundle.barriers,
                lambda one: {"title": one.name, "words": (one.what,)},
            ),
            _group(
                saying,
                "Beleidsstukken",
                "Policy papers",
                "policy_papers",
                bundle.policy_papers,
                lambda one: {
                    "title": Text(one.title, one.title),
                    "marks": (_REGIONAL if one.region else None,),
                    "lines": (
                        (_FIELD, flanking[one.domain] if one.domain else None),
                        (_WHO, one.owner),
                        (Text("Vanaf", "From"), _number(one.from_year)),
                        (Text("Tot en met", "Up to and including"), _number(one.until_year)),
                        (Text("Aangepast", "Adapted"), one.adapted),
                    ),
                },
            ),
        ),
    ).filled()


def level_page(saying: Saying) -> Part:
    """Return the page of the basic level and the evaluation."""
    return Part(
        "basisniveau",
        Text("Basisniveau en evaluatie", "Basic level and evaluation"),
        Text(
            "Wat een gemeente ten minste op orde heeft, en welke vragen zij zichzelf stelt.",
            "What a municipality has in order at least, and which questions it asks itself.",
        ),
        (*_level(saying), *_evaluation(saying)),
    ).filled()


def training_page(saying: Saying) -> Part:
    """Return the page of training."""
    bundle = saying.bundle
    layers, audiences = _names(bundle.training_layers), _names(bundle.audiences)
    return Part(
        "trainingen",
        Text("Trainingen", "Training"),
        Text(
            "Wie waarin getraind wordt, en hoe vaak. Doelgroepen zijn groepen, nooit mensen.",
            "Who is trained in what, and how often. Audiences are groups, never people.",
        ),
        (
            _group(
                saying,
                "Lagen",
                "Layers",
                "training_layers",
                bundle.training_layers,
                lambda one: {"title": one.name, "words": (one.what,)},
            ),
            _group(
                saying,
                "Doelgroepen",
                "Audiences",
                "audiences",
                bundle.audiences,
                lambda one: {
                    "title": one.name,
                    "marks": (
                        Text("Binnen de gemeente", "Inside the municipality")
                        if one.sort == "internal"
                        else Text("Buiten de gemeente", "Outside the municipality"),
                    ),
                    "lines": ((Text("Lagen", "Layers"), [layers[name] for name in one.layers]),),
                },
            ),
            _group(
                saying,
                "Aanbod",
                "On offer",
                "courses",
                bundle.courses,
                lambda one: {
                    "title": one.name,
                    "marks": (Text("Gratis", "Free") if one.free else None,),
                    "lines": (
                        (Text("Door", "By"), one.provider),
                        (Text("Laag", "Layer"), layers[one.layer]),
                        (Text("Vorm", "Form"), FORMS[one.form]),
                        (_FOR, [audiences[name] for name in one.audiences]),
                    ),
                },
            ),
            _group(
                saying,
                "Hoe vaak",
                "How often",
                "training_terms",
                bundle.training_terms,
                lambda one: {
                    "title": one.what,
                    "lines": (
                        (_EVERY, _number(one.every_years)),
                        (_TIMES, _number(one.times)),
                        (_FOR, [audiences[name] for name in one.for_]),
                    ),
                },
            ),
            _group(
                saying,
                "Voor een werkoverleg",
                "For a work meeting",
                "kit",
                bundle.kit,
                lambda one: {
                    "title": one.name,
                    "words": (one.case,),
                    "lines": (
                        *((slide.title, list(slide.lines)) for slide in one.slides),
                        (Text("Wat u doet", "What you do"), list(one.what_to_do)),
                    ),
                },
            ),
        ),
    ).filled()


def _group(saying: Saying, nl: str, en: str, section: str, elements: Sequence[Any], told: Any) -> Group:
    return Group(Text(nl, en), tuple(_entry(saying, section, one, told(one)) for one in elements))


def _entry(saying: Saying, section: str, element: Any, told: Mapping[str, Any]) -> Entry:
    title = told["title"]
    upper = Text(title.nl[:1].upper() + title.nl[1:], title.en[:1].upper() + title.en[1:])
    return saying.entry(section, element, **{**told, "title": upper})


def _whole(one: Any) -> dict[str, Any]:
    return {
        "title": one.title,
        "words": (one.goal,),
        "lines": (
            (Text("Vanaf", "From"), one.from_),
            (Text("Tot en met", "Up to and including"), one.until),
        ),
    }


def _hours(one: Any) -> dict[str, Any]:
    return {
        "title": Text("Uren van de aandachtsfunctionaris", "Hours of the focal point"),
        "words": (one.note,),
        "lines": (
            (Text("Uren per jaar", "Hours a year"), _number(one.per_year)),
            (Text("Uren per week", "Hours a week"), _number(one.per_week)),
        ),
    }


def _campaign(saying: Saying) -> Any:
    audiences = _names(saying.bundle.audiences)
    before = Text("{n} dagen ervoor", "{n} days before")
    on = Text("Op de dag", "On the day")

    def told(one: Any) -> dict[str, Any]:
        return {
            "title": one.name,
            "words": (one.message,),
            "lines": (
                (_FOR, [audiences[name] for name in one.audience]),
                (Text("Maand", "Month"), month_name(one.month) if one.month else None),
                (Text("Alleen", "Only"), one.when),
                *(
                    (before.format(n=step.days_before) if step.days_before else on, step.what)
                    for step in one.kit
                ),
            ),
        }

    return told


def _level(saying: Saying) -> tuple[Group, ...]:
    bundle = saying.bundle
    themes = _names(bundle.level_themes)
    return (
        _group(
            saying,
            "Basisniveau",
            "Basic level",
            "level_demands",
            bundle.level_demands,
            lambda one: {
                "title": one.name,
                "marks": (SORTS[one.sort],),
                "words": (one.asks,),
                "lines": ((_THEME, themes[one.theme]),),
            },
        ),
        _group(
            saying,
            "Thema's van het landelijke kader",
            "Themes of the national framework",
            "level_themes",
            bundle.level_themes,
            lambda one: {"title": one.name},
        ),
    )


def _evaluation(saying: Saying) -> tuple[Group, ...]:
    bundle = saying.bundle
    return (
        _group(
            saying,
            "Evaluatie",
            "Evaluation",
            "evaluation",
            bundle.evaluation_list,
            lambda one: {
                "title": Text("Evaluatie van de aanpak", "Evaluation of the approach"),
                "marks": (_REGIONAL if one.regional else None,),
                "lines": (
                    (_EVERY, _number(one.every_years)),
                    (Text("Maand", "Month"), month_name(one.month)),
                    (Text("Over", "About"), [TOPICS[topic] for topic in one.topics]),
                    (_WHO, list(one.who)),
                ),
            },
        ),
        _group(
            saying,
            "Vragen van de evaluatie",
            "Questions of the evaluation",
            "evaluation_questions",
            bundle.evaluation_questions,
            lambda one: {"title": one.question, "lines": ((Text("Over", "About"), TOPICS[one.topic]),)},
        ),
    )


def _names(elements: Sequence[Any]) -> Mapping[str, Text]:
    return {one.id: one.name for one in elements}


def _number(value: int | None) -> str | None:
    return str(value) if value is not None else None


def _euros(value: int | None) -> Text | None:
    if value is None:
        return None
    return Text("€ {n}", "€{n}").format(n=Text(f"{value:,}".replace(",", "."), f"{value:,}"))
