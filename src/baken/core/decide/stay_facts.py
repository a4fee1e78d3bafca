"""What may not be noted of a client's stay: days that have not come, moments out of order, an age that cannot be."""

from collections.abc import Mapping, Sequence
from datetime import date

from baken.core.decide.refusal import Refused
from baken.core.derive.care_fits import Clash, clashes
from baken.core.derive.stay_facts import changed, goes_back
from baken.core.vocabulary.care import AGES, AHEAD, MOMENTS, NAMES, ORDER, CareFacts
from baken.core.vocabulary.spans import age_on
from baken.core.vocabulary.text import Text

_NOT_RECORDED = Text("Er is niets vastgelegd.", "Nothing was recorded.")
_CHECK = Text("Kijk de datums na.", "Check the dates.")
_NOT_TOGETHER = Text(
    "Dit past niet bij elkaar: {first} en {then}.", "These do not go together: {first} and {then}."
)
_FIND_OUT = Text(
    "Kijk na welke van de twee klopt, en zet wat u niet zeker weet op niet bekend.",
    "Find out which of the two is right, and leave at not known what you are not sure of.",
)
_APART: Mapping[Clash, tuple[str, str]] = {
    "nationality_of_dutch": ("position", "nationality"),
    "position_of_dutch": ("position", "nationality"),
    "dublin": ("nationality", "dublin"),
    "unaccompanied": ("age", "unaccompanied"),
    "before_permit": ("position", "permit_granted"),
}
"""Of each thing that cannot be so, the two that contradict each other, as people know them."""
_TO_DO: Mapping[Clash, Text] = {
    "unaccompanied": Text(
        "Een volwassene is geen alleenstaande minderjarige. Zet die vraag op nee, of verbeter de leeftijd of de "
        "geboortedatum.",
        "An adult is no unaccompanied minor. Answer that question with no, or correct the age or the birth date.",
    ),
    "before_permit": Text(
        "Dit is een positie van voor de vergunning. Leg bij 'Bedenktijd en vergunning' eerst vast wanneer de "
        "vergunning is beëindigd, of kies bij 'Verblijfspositie' hoe de cliënt nu verblijft.",
        "This is a position from before the permit. Under 'Reflection period and permit' first record when the permit "
        "ended, or choose under 'Residence position' how the client stays now.",
    ),
}
OLDEST = 120
NEEDS_WORDS = ("discovered", "mistake", "back")
"""Why something else was noted before: in these cases somebody must be able to read why."""


def must_fit(
    facts: CareFacts,
    earlier: Sequence[CareFacts],
    *,
    because: str,
    words: str,
    today: date,
    whole: CareFacts | None = None,
) -> None:
    """Refuse what cannot be so, and a change without the reason that it needs. `earlier`: all notes, oldest first.

    `whole` is what is noted with what the rest of the file knows, where that is more.
    """
    _must_have_been(facts, today)
    _must_be_of_this_life(facts, today)
    _must_be_in_order(facts)
    if not earlier or not _same_person(facts, earlier[-1]):
        _must_agree_on_age(facts, today)
    _must_go_together(whole or facts, facts, earlier, today)
    if earlier:
        _must_say_why(facts, earlier, because, words)


def _must_have_been(facts: CareFacts, today: date) -> None:
    days = {**{name: day for name, day in facts.moments.items() if name not in AHEAD}}
    ahead = next((name for name, day in sorted(days.items()) if day > today), None)
    if ahead is None and any(day > today for day in facts.birth_dates):
        ahead = "birth_date"
    if ahead is not None:
        raise Refused(
            _NOT_RECORDED,
            Text("Deze dag moet nog komen: {name}.", "This day is still to come: {name}.").format(
                name=MOMENTS[ahead]
            ),
            Text(
                "Leg vast wat er al is gebeurd. Wat nog komt, staat vanzelf bij de termijnen.",
                "Record what has happened. What is still to come stands with the deadlines by itself.",
            ),
        )


def _must_be_of_this_life(facts: CareFacts, today: date) -> None:
    """A year that nobody lived through, or that nobody will see, was typed wrongly."""
    far = [name for name, day in sorted(facts.moments.items()) if abs(day.year - today.year) > OLDEST]
    if far:
        raise Refused(
            _NOT_RECORDED,
            Text("Het jaar kan niet kloppen: {name}.", "The year cannot be right: {name}.").format(
                name=MOMENTS[far[0]]
            ),
            _CHECK,
        )


def _must_be_in_order(facts: CareFacts) -> None:
    for first, then in ORDER:
        before, after = facts.moments.get(first), facts.moments.get(then)
        if before is not None and after is not None and after < before:
            raise Refused(
                _NOT_RECORDED,
                Text(
                    "Dit kan niet eerder zijn dan dat: {then}, en {first}.",
                    "This cannot have come before that: {then}, and {first}.",
                ).format(first=MOMENTS[first], then=MOMENTS[then]),
                _CHECK,
            )
    born = max(facts.birth_dates, default=None)
    early = next((name for name, day in sorted(facts.moments.items()) if born and day < born), None)
    if early is not None:
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Deze dag ligt voor de geboortedatum: {name}.", "This day is before the birth date: {name}."
            ).format(name=MOMENTS[early]),
            _CHECK,
        )


def _must_agree_on_age(facts: CareFacts, today: date) -> None:
    ages = [age_on(born, today) for born in facts.birth_dates]
    if any(age > OLDEST for age in ages):
        raise Refused(
            _NOT_RECORDED,
            Text("Zo oud is niemand.", "Nobody is that old."),
            Text("Kijk het jaar van de geboortedatum na.", "Check the year of the birth date."),
        )
    fits = {
        "minor": lambda age: age < 18,
        "18_22": lambda age: 18 <= age < 23,
        "23_plus": lambda age: age >= 23,
        "adult": lambda age: age >= 18,
    }.get(facts.age)
    if ages and fits is not None and not any(fits(age) for age in ages):
        raise Refused(
            _NOT_RECORDED,
            Text(
                "De geboortedatum past niet bij '{age}'.", "The birth date does not fit with '{age}'."
            ).format(age=AGES[facts.age]),
            Text(
                "Kies een andere leeftijd, of laat die op niet bekend staan. Is er twijfel over de geboortedatum? "
                "Schrijf de andere datum er dan bij.",
                "Choose another age, or leave it at not known. Is the birth date in doubt? Then write the other date "
                "beside it.",
            ),
        )


def _must_go_together(whole: CareFacts, own: CareFacts, earlier: Sequence[CareFacts], today: date) -> None:
    """Refuse what `baken care explain` refuses; who came of age since the last note is corrected with that page."""
    for clash in clashes(whole, today):
        if clash == "unaccompanied" and earlier and _same_person(own, earlier[-1]):
            continue
        first, then = (NAMES.get(name) or MOMENTS[name] for name in _APART[clash])
        why = _NOT_TOGETHER.format(first=first, then=then)
        raise Refused(_NOT_RECORDED, why, _TO_DO.get(clash, _FIND_OUT))


def _same_person(own: CareFacts, before: CareFacts) -> bool:
    """Whether a note leaves alone what it says of the person."""
    return (own.age, own.birth_dates, own.unaccompanied) == (
        before.age,
        before.birth_dates,
        before.unaccompanied,
    )


def _must_say_why(facts: CareFacts, earlier: Sequence[CareFacts], because: str, words: str) -> None:
    if not changed(earlier[-1], facts):
        raise Refused(
            _NOT_RECORDED,
            Text("Dit stond er al.", "This was there already."),
            Text("Verander iets, of ga terug naar de cliënt.", "Change something, or go back to the client."),
        )
    if goes_back(earlier, facts) and because not in ("back", "mistake"):
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Deze verblijfspositie is er eerder geweest en daarna veranderd.",
                "This residence position was there before, and changed since.",
            ),
            Text(
                "Kies bij de reden dat de positie weer is wat die was, of dat het er verkeerd stond, en schrijf op "
                "hoe dat zit.",
                "Choose as the reason that the position is again what it was, or that it was written down wrongly, "
                "and write down how that is.",
            ),
        )
    if because in NEEDS_WORDS and not words.strip():
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Iemand moet later kunnen lezen waarom dit is veranderd.",
                "Somebody must be able to read later why this changed.",
            ),
            Text("Schrijf er een of twee zinnen bij.", "Add a sentence or two."),
        )
