"""What can be wrong with a row of a table: which column, what, and what to do. `stops`: the row cannot be taken so."""

from dataclasses import dataclass, replace
from datetime import date

from baken.core.vocabulary.text import Text
from baken.programme.plan.exchange import columns

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """Something amiss with one column of one row."""

    column: str
    what: Text
    do: Text
    stops: bool = True


def _short(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= _SHOWN else told[: _SHOWN - 1] + "…"


def marked(column: str, mark: str) -> Problem:
    """A cell holds what is worked out, or an error."""
    if mark == "formula":
        return Problem(
            column,
            Text("In deze cel staat een formule.", "This cell holds a formula."),
            Text("Kopieer de cel en plak alleen de waarde.", "Copy the cell and paste only its value."),
        )
    return Problem(
        column,
        Text("In deze cel staat een fout van Excel.", "This cell holds an error of Excel."),
        Text("Vul de waarde in, of maak de cel leeg.", "Fill in the value, or empty the cell."),
    )


def bsn(column: str, number: str) -> Problem:
    """A number of a person, that may not be kept here."""
    return Problem(
        column,
        Text(
            "{number} lijkt op een burgerservicenummer.", "{number} looks like a citizen service number."
        ).format(number=number),
        Text(
            "Haal het weg: een programma gaat niet over een persoon.",
            "Take it out: a programme is about no person.",
        ),
    )


def reference(column: str, found: str) -> Problem:
    """What leads to a signal or file, and may not be kept here."""
    return Problem(
        column,
        Text(
            "‘{found}’ lijkt op het kenmerk van een signaal of dossier.",
            "‘{found}’ looks like the reference of a signal or file.",
        ).format(found=found),
        Text(
            "Haal het weg: een programma gaat niet over een signaal.",
            "Take it out: a programme is about no signal.",
        ),
    )


def label_is_a_day() -> Problem:
    """A spreadsheet took a number for a date."""
    return Problem(
        columns.LABEL,
        Text("Excel heeft van dit nummer een datum gemaakt.", "Excel turned this number into a date."),
        Text(
            "Maak de cel op als tekst en typ het nummer opnieuw.",
            "Format the cell as text and type the number anew.",
        ),
    )


def no_label() -> Problem:
    """It has no number, and gets one."""
    return Problem(
        columns.LABEL,
        Text("Er staat geen nummer.", "There is no number."),
        Text("De rij krijgt het volgende vrije nummer.", "The row gets the next free number."),
        stops=False,
    )


def no_number(told: str) -> Problem:
    """What stands there numbers nothing."""
    return Problem(
        columns.LABEL,
        Text("“{told}” is geen nummer.", "“{told}” is no number.").format(told=_short(told)),
        Text("Schrijf bijvoorbeeld 3 of 3.1.", "Write for example 3 or 3.1."),
    )


def stopped(label: str) -> Problem:
    """The action of this number was stopped, and stays as it is."""
    return Problem(
        columns.LABEL,
        Text("Actie {label} is gestopt.", "Action {label} was stopped.").format(label=label),
        Text(
            "Aan een gestopte actie verandert niets meer. Gaat het toch door? Geef de rij een nieuw nummer.",
            "Nothing changes about a stopped action. Does it go on after all? Give the row a new number.",
        ),
    )


def stays(found: Problem) -> Problem:
    """What could not be understood about an action that stands; it keeps what it has."""
    return replace(found, do=Text("Wat er staat, blijft zo.", "What stands there stays so."), stops=False)


def twins(label: str, rows: str) -> Problem:
    """Several rows have one number."""
    return Problem(
        columns.LABEL,
        Text("Nummer {label} staat ook in rij {rows}.", "Number {label} is in row {rows} too.").format(
            label=label, rows=rows
        ),
        Text(
            "Neem er één mee. Was het 1.10? Maak de cel dan op als tekst.",
            "Take one of them. Was it 1.10? Then format the cell as text.",
        ),
        stops=False,
    )


def nothing_to_do() -> Problem:
    """A row without words."""
    return Problem(
        columns.TITLE,
        Text("Er staat niet wat u gaat doen.", "It does not say what you will do."),
        Text(
            "Vul dit in. Hoort de rij bij de rij erboven? Voeg de cellen dan samen.",
            "Fill this in. Does the row belong to the row above? Then merge the cells.",
        ),
    )


def too_long(column: str, most: int) -> Problem:
    """More than fits."""
    return Problem(
        column,
        Text(
            "Deze tekst is te lang: er passen {most} tekens.", "This text is too long: {most} characters fit."
        ).format(most=most),
        Text("Maak de tekst korter.", "Make the text shorter."),
    )


def too_many_partners(most: int) -> Problem:
    """More partners than anybody reads."""
    return Problem(
        columns.PARTNERS,
        Text("Er staan meer dan {most} partners.", "There are more than {most} partners.").format(most=most),
        Text("Noem er minder, of noem een groep.", "Name fewer, or name a group."),
    )


def no_owner() -> Problem:
    """Nobody would do it; the page asks who."""
    return Problem(
        columns.OWNER,
        Text("Er staat geen eigenaar.", "There is no owner."),
        Text("Vul een functie of team in.", "Fill in a post or team."),
        stops=False,
    )


_LIKE = Text(
    "Schrijf bijvoorbeeld: doorlopend, september 2027, Q3 2027, 31-12-2027, elke twee jaar in december, of minimaal 2 "
    "keer per jaar.",
    "Write for example: ongoing, September 2027, Q3 2027, 31-12-2027, every two years in December, or at least 2 times "
    "a year.",
)


def no_day() -> Problem:
    """It does not say when."""
    return Problem(
        columns.READY, Text("Er staat niet wanneer het klaar is.", "It does not say when it is ready."), _LIKE
    )


def no_such_day(told: str) -> Problem:
    """What it says is no time that anybody can be sure of."""
    return Problem(
        columns.READY,
        Text("“{told}” is hier niet te begrijpen.", "“{told}” cannot be understood here.").format(
            told=_short(told)
        ),
        _LIKE,
    )


def outside(first: date, last: date) -> Problem:
    """The programme does not run then."""
    return Problem(
        columns.READY,
        Text(
            "Deze dag valt buiten het programma ({first} tot en met {last}).",
            "This day lies outside the programme ({first} up to and including {last}).",
        ).format(first=f"{first:%d-%m-%Y}", last=f"{last:%d-%m-%Y}"),
        Text(
            "Verander de dag, of kies een programma dat dan loopt.",
            "Change the day, or choose a programme that runs then.",
        ),
    )


def passed() -> Problem:
    """The day has been; that is no mistake in a programme that was written before."""
    return Problem(
        columns.READY,
        Text("Deze dag is al geweest.", "This day has passed."),
        Text(
            "De actie staat als te laat, tot u vastlegt wat er is gedaan.",
            "The action shows as late until you record what was done.",
        ),
        stops=False,
    )


def unknown_barrier(told: str) -> Problem:
    """The policy has no such barrier; the row goes without."""
    return Problem(
        columns.BARRIER,
        Text("Uw beleid kent geen barrière “{told}”.", "Your policy knows no barrier “{told}”.").format(
            told=_short(told)
        ),
        Text("De rij gaat mee zonder barrière.", "The row goes along without a barrier."),
        stops=False,
    )


def no_amount(told: str) -> Problem:
    """What it says is no amount; the row goes without."""
    return Problem(
        columns.BUDGET,
        Text("“{told}” is geen bedrag in hele euro’s.", "“{told}” is no amount in whole euros.").format(
            told=_short(told)
        ),
        Text("De rij gaat mee zonder budget.", "The row goes along without a budget."),
        stops=False,
    )
