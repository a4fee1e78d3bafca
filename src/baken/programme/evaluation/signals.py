"""The organisation's own signals in a period, for an evaluation that many read: half years, told by fixed rules (V22).

The numbers are those that outreach tells as well: whoever evaluates cannot choose days so as to learn of one signal.
"""

from datetime import date, timedelta

from baken.clock import now
from baken.core.figures import periods
from baken.core.figures.shielding import FIRST
from baken.core.vocabulary.moments import civil_date
from baken.core.vocabulary.text import Text
from baken.ledger import reported
from baken.programme.common.frozen import Block, Figure

SMALL = Text("minder dan {number}", "fewer than {number}").format(number=FIRST)
_ABOUT = Text("ongeveer {number}", "about {number}")
_HALVES = {
    1: Text("{what}, eerste helft van {year}", "{what}, first half of {year}"),
    7: Text("{what}, tweede helft van {year}", "{what}, second half of {year}"),
}
_WHAT = {False: Text("Signalen", "Signals"), True: Text("Vragen", "Questions")}
_ROUNDED = Text(
    "Alleen halve jaren die voorbij zijn en helemaal binnen de periode vallen. Onder de {number} staat het aantal er "
    "niet precies, en de rest is afgerond op vijf: zo wijst geen getal iemand aan. Wat na zijn termijn is vernietigd, "
    "telt mee.",
    "Only half years that are over and lie wholly within the period. Below {number} the number is not given exactly, "
    "and the rest is rounded to fives: so no number points to anybody. What was destroyed after its term is "
    "counted.",
).format(number=FIRST)
_NONE = Text("geen heel half jaar", "no whole half year")


def block(first: date, last: date) -> Block:
    """Return how many signals and questions came in, in numbers that point to nobody."""
    figures = [
        Figure(name, value, _ROUNDED if index == 0 else None)
        for index, (name, value) in enumerate(_counted(first, last))
    ]
    title = Text("Signalen van de eigen organisatie", "Signals of the own organisation")
    return Block("signals", "casework", title, figures)


def halves(first: date, last: date) -> list[periods.Period]:
    """Return the half years that lie wholly within a period."""
    found = []
    half = periods.half_year(first)
    while half[1] <= last:
        if half[0] >= first:
            found.append(half)
        half = periods.half_year(date(half[1].year + half[1].month // 12, half[1].month % 12 + 1, 1))
    return found


def _counted(first: date, last: date) -> list[tuple[Text, Text]]:
    today = civil_date(now())
    whole = halves(
        first, min(last, today - timedelta(days=1))
    )  # of a half year that goes on nothing is known yet
    if not whole:
        return [(_WHAT[False], _NONE)]
    found = []
    for question, what in _WHAT.items():
        answers = periods.answers(reported.days(question=question), today)
        for half in whole:
            about = answers.get(half)
            name = _HALVES[half[0].month].format(what=what, year=half[0].year)
            found.append((name, SMALL if about is None else _ABOUT.format(number=about)))
    return found
