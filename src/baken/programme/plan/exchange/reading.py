"""A file from elsewhere to rows of a programme: told apart by its first bytes, opened behind a guard, and read."""

import json
from threading import Lock

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.text import Text
from baken.programme.plan.exchange import finding, limits
from baken.programme.plan.exchange.finding import Found
from baken.web import guarded

_ONE_AT_A_TIME = Lock()
_ORDER = guarded.program("baken.programme.plan.exchange.opening")
_NOT_READ = Text("Dit bestand is niet gelezen.", "This file was not read.")
_SAVE_ANEW = Text(
    "Open het in Excel of Word en bewaar het als .xlsx of .docx.",
    "Open it in Excel or Word and save it as .xlsx or .docx.",
)
_SMALLER = Text(
    "Verdeel het over bestanden van hoogstens {rows} rijen en {size} MB, zonder plaatjes.",
    "Divide it over files of at most {rows} rows and {size} MB, without pictures.",
).format(rows=limits.MAX_ROWS, size=limits.MAX_FILE // 1_000_000)
_TOO_LARGE = (Text("Het is te groot om veilig te openen.", "It is too large to open safely."), _SMALLER)
_OLD = (
    Text(
        "Het is een oud bestand (.xls of .doc), of er zit een wachtwoord op.",
        "It is an old file (.xls or .doc), or it has a password.",
    ),
    Text(
        "Bewaar het in Excel als .xlsx of in Word als .docx, zonder wachtwoord.",
        "Save it in Excel as .xlsx or in Word as .docx, without a password.",
    ),
)
_PDF = (
    Text("Het is een PDF. Daarin is geen tabel te vinden.", "It is a PDF. No table can be found in that."),
    Text(
        "Vraag het Word- of Excelbestand waaruit het is gemaakt.",
        "Ask for the Word or Excel file it was made from.",
    ),
)
_NEITHER = (Text("Het is geen bestand van Excel of Word.", "It is no file of Excel or Word."), _SAVE_ANEW)
_WHY = {
    limits.MACROS: (
        Text("Er zit een programma (macro’s) in dit bestand.", "This file holds a program (macros)."),
        Text("Bewaar het als .xlsx of .docx, zonder macro’s.", "Save it as .xlsx or .docx, without macros."),
    ),
    limits.OTHER: _NEITHER,
    limits.DAMAGED: (Text("Het kon niet veilig worden geopend.", "It could not be opened safely."), _SAVE_ANEW),
}  # fmt: skip
_NO_TABLE = Text(
    "Er is geen tabel gevonden met een kolom voor wat u gaat doen en nog een kolom van een programma.",
    "No table was found with a column for what you will do and one more column of a programme.",
)
_HEADINGS = Text(
    "Zet boven de kolommen bijvoorbeeld: Nr, Wat, Wanneer gereed, Wat gaan we doen, Eigenaar. Of haal eerst een Excel "
    "of Word uit Baken en vul die in.",
    "Put headings above the columns, for example: No, What, Ready when, What we do, Owner. Or first take an Excel or "
    "Word file out of Baken and fill that in.",
)
_NO_ROWS = (
    Text("Onder de kolomkoppen staat niets.", "There is nothing below the headings."),
    Text("Vul de tabel in en kies het bestand opnieuw.", "Fill in the table and choose the file again."),
)


def read(data: bytes) -> Found:
    """Return the rows that a file holds; nothing of it is kept. Raises `Refused`: what is wrong with it as a whole."""
    if len(data) > limits.MAX_FILE:
        raise Refused(_NOT_READ, *_TOO_LARGE)
    if data.startswith(limits.OLD):
        raise Refused(_NOT_READ, *_OLD)
    if data.startswith(limits.PDF):
        raise Refused(_NOT_READ, *_PDF)
    if not data.startswith(limits.ZIP):
        raise Refused(_NOT_READ, *_NEITHER)
    with _ONE_AT_A_TIME:
        outcome, made = guarded.run(_ORDER, data, seconds=limits.WALL_SECONDS, most=limits.MAX_MADE)
    if outcome != limits.OK or len(made) > limits.MAX_MADE:
        raise Refused(_NOT_READ, *_WHY.get(outcome, _TOO_LARGE))
    found = finding.found(json.loads(made))
    if not found.tables:
        raise Refused(_NOT_READ, _NO_TABLE, _HEADINGS)
    if not found.rows:
        raise Refused(_NOT_READ, *_NO_ROWS)
    return found
