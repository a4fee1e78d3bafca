"""What a forecast of hours says, in sentences: the same on the page and by command."""

from baken.core.figures.forecast import Asked, Forecast, Outcome
from baken.core.vocabulary.text import Text


def hours(found: Outcome) -> Text:
    """Return the hours that are expected, with both intervals."""
    return _HOURS.format(hours=f"{found.hours:.0f}", **interval(found))


def drawn(asked: Asked) -> Text:
    """Return how this was drawn, so that it can be drawn again."""
    return _DRAWN.format(years=asked.years, seed=asked.seed)


def interval(found: Outcome) -> dict[str, str]:
    """Return both intervals in whole hours."""
    (lower, higher), (low, high) = found.eighty, found.ninety_five
    return {"lower": f"{lower:.0f}", "higher": f"{higher:.0f}", "low": f"{low:.0f}", "high": f"{high:.0f}"}


def reserved(answer: Forecast) -> Text:
    """Return what is reserved beside what is expected."""
    if answer.reserved is None or answer.as_asked.within is None:
        return _NONE
    return _RESERVED.format(reserved=answer.reserved, part=f"{100 * answer.as_asked.within:.0f}")


def what_if(answer: Forecast) -> list[Text]:
    """Return what more signals and more hands would mean."""
    more = answer.one_more
    return [
        _DOUBLED.format(hours=f"{answer.doubled.hours:.0f}", **interval(answer.doubled)),
        _ONE_MORE.format(
            people=more.people,
            hours=f"{more.hours:.0f}",
            each=f"{more.per_person:.0f}",
            align=f"{more.by_kind.get('alignment', 0):.0f}",
        ),
    ]


HEAD = Text(
    "{policy}: {signals} signalen per jaar, aandachtsfunctionarissen: {people}",
    "{policy}: {signals} signals a year, focal points: {people}",
)
_HOURS = Text(
    "Verwacht: {hours} uur per jaar. In acht van de tien jaren {lower} tot {higher} uur, in negentien van de twintig "
    "{low} tot {high}.",
    "Expected: {hours} hours a year. In eight of ten years {lower} to {higher} hours, in nineteen of twenty {low} to "
    "{high}.",
)
_RESERVED = Text(
    "Gereserveerd: {reserved} uur. Dat is genoeg in {part} van de 100 jaren.",
    "Reserved: {reserved} hours. That is enough in {part} of 100 years.",
)
_NONE = Text("Het beleid reserveert geen aantal uren.", "The policy reserves no number of hours.")
_DOUBLED = Text(
    "Komen er twee keer zoveel signalen: {hours} uur, in acht van de tien jaren {lower} tot {higher}.",
    "If twice as many signals come: {hours} hours, in eight of ten years {lower} to {higher}.",
)
_ONE_MORE = Text(
    "Komt er een aandachtsfunctionaris bij ({people} samen): {hours} uur, {each} per persoon; daarvan {align} uur "
    "om af te stemmen, en ieder volgt eigen overleg en training.",
    "If one focal point is added ({people} together): {hours} hours, {each} for each; {align} hours of it to "
    "align, and each has meetings and training of their own.",
)
_DRAWN = Text(
    "Nagebootst: {years} jaren, met beginwaarde {seed}.", "Simulated: {years} years, with seed {seed}."
)
