"""The training, the basic level and the evaluation, as a reader of the policy sees them."""

from baken.core.policy.programme import SORTS, TOPICS
from baken.core.policy.training import FORMS
from baken.core.vocabulary.months import month_name
from baken.core.vocabulary.text import Text
from baken.policy.reading.entries import Group, Part, Saying
from baken.policy.reading.on_programme import EVERY, FOR, REGIONAL, THEME, TIMES, WHO, group, names, number


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
    layers, audiences = names(bundle.training_layers), names(bundle.audiences)
    return Part(
        "trainingen",
        Text("Trainingen", "Training"),
        Text(
            "Wie waarin getraind wordt, en hoe vaak. Doelgroepen zijn groepen, nooit mensen.",
            "Who is trained in what, and how often. Audiences are groups, never people.",
        ),
        (
            group(
                saying,
                "Lagen",
                "Layers",
                "training_layers",
                bundle.training_layers,
                lambda one: {"title": one.name, "words": (one.what,)},
            ),
            group(
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
            group(
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
                        (FOR, [audiences[name] for name in one.audiences]),
                    ),
                },
            ),
            group(
                saying,
                "Hoe vaak",
                "How often",
                "training_terms",
                bundle.training_terms,
                lambda one: {
                    "title": one.what,
                    "lines": (
                        (EVERY, number(one.every_years)),
                        (TIMES, number(one.times)),
                        (FOR, [audiences[name] for name in one.for_]),
                    ),
                },
            ),
            group(
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


def _level(saying: Saying) -> tuple[Group, ...]:
    bundle = saying.bundle
    themes = names(bundle.level_themes)
    return (
        group(
            saying,
            "Basisniveau",
            "Basic level",
            "level_demands",
            bundle.level_demands,
            lambda one: {
                "title": one.name,
                "marks": (SORTS[one.sort],),
                "words": (one.asks,),
                "lines": ((THEME, themes[one.theme]),),
            },
        ),
        group(
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
        group(
            saying,
            "Evaluatie",
            "Evaluation",
            "evaluation",
            bundle.evaluation_list,
            lambda one: {
                "title": Text("Evaluatie van de aanpak", "Evaluation of the approach"),
                "marks": (REGIONAL if one.regional else None,),
                "lines": (
                    (EVERY, number(one.every_years)),
                    (Text("Maand", "Month"), month_name(one.month)),
                    (Text("Over", "About"), [TOPICS[topic] for topic in one.topics]),
                    (WHO, list(one.who)),
                ),
            },
        ),
        group(
            saying,
            "Vragen van de evaluatie",
            "Questions of the evaluation",
            "evaluation_questions",
            bundle.evaluation_questions,
            lambda one: {"title": one.question, "lines": ((Text("Over", "About"), TOPICS[one.topic]),)},
        ),
    )
