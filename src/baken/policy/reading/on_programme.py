"""The programme with its rhythms, money and papers, as a reader of the policy sees them."""

from collections.abc import Mapping, Sequence
from typing import Any

from baken.core.derive.ready_words import ready_words
from baken.core.policy.programme import label_order
from baken.core.vocabulary.months import month_name
from baken.core.vocabulary.text import Text
from baken.policy.reading.entries import Entry, Group, Part, Saying

WHO, _READY = Text("Wie", "Who"), Text("Klaar", "Ready")
FOR, TIMES = Text("Voor wie", "For whom"), Text("Keren per jaar", "Times a year")
_MONTHS, _BARRIERS = Text("Maanden", "Months"), Text("Barrières", "Barriers")
EVERY, _AMOUNT = Text("Om de hoeveel jaar", "Every so many years"), Text("Bedrag per jaar", "Amount a year")
REGIONAL = Text("Samen met andere gemeenten", "Together with other municipalities")
_WHOLE_REGION = Text("Bedrag van de hele regio", "Amount of the whole region")
_BESIDE = Text("Staat ernaast", "Stands beside it")
THEME, _FIELD = Text("Thema", "Theme"), Text("Terrein", "Field")


def programme_page(saying: Saying) -> Part:
    """Return the page of the programme."""
    bundle = saying.bundle
    barriers, flanking = names(bundle.barriers), names(bundle.flanking)
    return Part(
        "programma",
        Text("Programma", "Programme"),
        Text(
            "Wat de gemeente wil bereiken en wanneer, wie het doet, en wat het kost. Hierin staat niemand bij naam.",
            "What the municipality wants to reach and when, who does it, and what it costs. Nobody is named here.",
        ),
        (
            group(saying, "Het programma", "The programme", "programme", bundle.programme_list, _whole),
            group(
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
                        (WHO, one.owner),
                        (Text("Met", "With"), list(one.partners)),
                        (_BARRIERS, barriers[one.barrier] if one.barrier else None),
                        (Text("Bedrag", "Amount"), _euros(one.budget)),
                    ),
                },
            ),
            group(
                saying,
                "Thema's",
                "Themes",
                "themes",
                bundle.themes,
                lambda one: {"title": one.name, "marks": (_BESIDE if one.beside else None,)},
            ),
            group(
                saying,
                "Overleggen met een ritme",
                "Meetings with a rhythm",
                "meetings",
                bundle.meetings,
                lambda one: {
                    "title": one.name,
                    "marks": (REGIONAL if one.regional else None,),
                    "lines": (
                        (WHO, list(one.with_)),
                        (TIMES, number(one.times)),
                        (_MONTHS, [month_name(month) for month in one.months]),
                    ),
                },
            ),
            group(
                saying,
                "Voorlichting",
                "Outreach",
                "outreach",
                bundle.outreach,
                lambda one: {
                    "title": one.name,
                    "lines": (
                        (FOR, list(one.to)),
                        (TIMES, number(one.times)),
                        (Text("Via", "Through"), list(one.channels)),
                    ),
                },
            ),
            group(saying, "Campagnes", "Campaigns", "campaigns", bundle.campaigns, _campaign(saying)),
            group(saying, "Uren", "Hours", "hours", bundle.hours_list, _hours),
            group(
                saying,
                "Soorten uren",
                "Kinds of hours",
                "hour_kinds",
                bundle.hour_kinds,
                lambda one: {"title": one.name},
            ),
            group(
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
                    "lines": ((_AMOUNT, _euros(one.amount)), (WHO, one.who)),
                },
            ),
            group(
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
            group(
                saying,
                "Barrières",
                "Barriers",
                "barriers",
                bundle.barriers,
                lambda one: {"title": one.name, "words": (one.what,)},
            ),
            group(
                saying,
                "Beleidsstukken",
                "Policy papers",
                "policy_papers",
                bundle.policy_papers,
                lambda one: {
                    "title": Text(one.title, one.title),
                    "marks": (REGIONAL if one.region else None,),
                    "lines": (
                        (_FIELD, flanking[one.domain] if one.domain else None),
                        (WHO, one.owner),
                        (Text("Vanaf", "From"), number(one.from_year)),
                        (Text("Tot en met", "Up to and including"), number(one.until_year)),
                        (Text("Aangepast", "Adapted"), one.adapted),
                    ),
                },
            ),
        ),
    ).filled()


def group(saying: Saying, nl: str, en: str, section: str, elements: Sequence[Any], told: Any) -> Group:
    """Return elements under a heading; `told` says the title, marks, words and lines of one."""
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
            (Text("Uren per jaar", "Hours a year"), number(one.per_year)),
            (Text("Uren per week", "Hours a week"), number(one.per_week)),
        ),
    }


def _campaign(saying: Saying) -> Any:
    audiences = names(saying.bundle.audiences)
    before = Text("{n} dagen ervoor", "{n} days before")
    on = Text("Op de dag", "On the day")

    def told(one: Any) -> dict[str, Any]:
        return {
            "title": one.name,
            "words": (one.message,),
            "lines": (
                (FOR, [audiences[name] for name in one.audience]),
                (Text("Maand", "Month"), month_name(one.month) if one.month else None),
                (Text("Alleen", "Only"), one.when),
                *(
                    (before.format(n=step.days_before) if step.days_before else on, step.what)
                    for step in one.kit
                ),
            ),
        }

    return told


def names(elements: Sequence[Any]) -> Mapping[str, Text]:
    """Return what ids are called."""
    return {one.id: one.name for one in elements}


def number(value: int | None) -> str | None:
    """Return a number without separators, or nothing."""
    return str(value) if value is not None else None


def _euros(value: int | None) -> Text | None:
    if value is None:
        return None
    return Text("€ {n}", "€{n}").format(n=Text(f"{value:,}".replace(",", "."), f"{value:,}"))
