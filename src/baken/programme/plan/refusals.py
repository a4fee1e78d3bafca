"""Why the programme refuses something: in words, and at the field where it is put right."""

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.text import Text


def no_owner() -> Refused:
    """Nobody would do it."""
    return Refused(
        Text("Deze actie heeft geen eigenaar.", "This action has no owner."),
        Text("Een actie van niemand blijft liggen.", "What is nobody's is left undone."),
        Text("Vul een functie of team in.", "Fill in a post or a team."),
        field="owner",
    )


def label_taken(label: str) -> Refused:
    """Two actions would go by one number."""
    return Refused(
        Text("Nummer {label} is al in gebruik.", "Number {label} is in use already.").format(label=label),
        Text("Elke actie heeft een eigen nummer.", "Each action has a number of its own."),
        Text("Kies een ander nummer, of laat het leeg.", "Choose another number, or leave it empty."),
        field="label",
    )


def day_needed(field: str = "ready_on") -> Refused:
    """This kind of ready needs a day."""
    return Refused(
        Text("Hier hoort een dag bij.", "This needs a day."),
        Text("Zonder dag weet niemand wanneer het klaar is.", "Without a day nobody knows when it is ready."),
        Text("Vul een dag in.", "Fill in a day."),
        field=field,
    )


def day_passed() -> Refused:
    """Nothing can be ready by a day that was."""
    return Refused(
        Text("Deze dag is al geweest.", "This day has passed."),
        Text("Een actie is klaar op een dag die nog komt.", "An action is ready on a day to come."),
        Text(
            "Kies vandaag of een latere dag. Is het al gedaan? Kies dan vandaag en leg daarna vast wat er is gedaan.",
            "Choose today or a later day. Is it done already? Then choose today, and record what was done after that.",
        ),
        field="ready_on",
    )


def outside(first: str, last: str) -> Refused:
    """The programme has ended by then, or not begun."""
    return Refused(
        Text("Deze dag valt buiten het programma.", "This day lies outside the programme."),
        Text(
            "Het loopt van {first} tot en met {last}.", "It runs from {first} up to and including {last}."
        ).format(first=first, last=last),
        Text(
            "Kies een dag daarin, of maak de volgende editie.",
            "Choose a day in it, or make the next edition.",
        ),
        field="ready_on",
    )


def number_needed(field: str) -> Refused:
    """So many years, or so many times a year: how many?"""
    return Refused(
        Text("Hier hoort een getal bij.", "This needs a number."),
        Text("Anders is niet te zien of het gelukt is.", "Otherwise nobody can see whether it worked out."),
        Text("Vul een getal in.", "Fill in a number."),
        field=field,
    )


def stopped() -> Refused:
    """Whatever was stopped is no longer worked on."""
    return Refused(
        Text("Deze actie is gestopt.", "This action was stopped."),
        Text("Aan een gestopte actie verandert niets meer.", "Nothing changes about a stopped action."),
        Text("Maak een nieuwe actie als het toch doorgaat.", "Make a new action where it goes on after all."),
    )


def not_yet(field: str = "on") -> Refused:
    """What was done, was done by now."""
    return Refused(
        Text("Deze dag is nog niet geweest.", "This day has not come yet."),
        Text("Hier staat wat al gedaan is.", "This is about what is done."),
        Text("Kies vandaag of een dag die geweest is.", "Choose today or a day that has been."),
        field=field,
    )


def after_stop() -> Refused:
    """Nothing was done for an action after it stopped."""
    return Refused(
        Text("Toen was deze actie al gestopt.", "This action had been stopped by then."),
        Text("Na de dag van stoppen telt niets meer mee.", "After the day it stopped, nothing counts."),
        Text("Kies een dag van voor het stoppen.", "Choose a day before it stopped."),
        field="on",
    )


def no_such_theme(theme: str) -> Refused:
    """Neither the policy nor a programme here knows this theme."""
    return Refused(
        Text(
            "Het thema \u201c{theme}\u201d is hier niet bekend.",
            "The theme \u201c{theme}\u201d is not known here.",
        ).format(theme=theme),
        Text(
            "Een programma hoort bij een thema dat uw beleid noemt, of bij een ander dat u zelf een naam geeft.",
            "A programme belongs to a theme that your policy names, or to another that you name yourself.",
        ),
        Text(
            "Kies een thema uit de lijst, of een ander thema.",
            "Choose a theme of the list, or another theme.",
        ),
        field="theme",
    )


def ends_first() -> Refused:
    """The last day lies before the first."""
    return Refused(
        Text("De laatste dag ligt voor de eerste.", "The last day lies before the first."),
        Text("Een programma begint voordat het eindigt.", "A programme begins before it ends."),
        Text("Kies een latere laatste dag.", "Choose a later last day."),
        field="until_date",
    )


def overlaps(title: str, first: str, last: str) -> Refused:
    """Another edition of this theme counts on one of these days."""
    return Refused(
        Text("Deze dagen overlappen met een ander programma.", "These days overlap with another programme."),
        Text(
            "\u201c{title}\u201d loopt van {first} tot en met {last}. Op elke dag geldt een programma per thema.",
            "\u201c{title}\u201d runs from {first} up to and including {last}. Each day has one programme per theme.",
        ).format(title=title, first=first, last=last),
        Text(
            "Kies andere dagen, of kort eerst het andere in.",
            "Choose other days, or shorten the other first.",
        ),
        field="from_date",
    )


def leaves_out(label: str, field: str) -> Refused:
    """An action would come to lie outside its programme."""
    return Refused(
        Text(
            "Actie {label} valt dan buiten het programma.", "Action {label} would lie outside the programme."
        ).format(label=label),
        Text(
            "Een actie is klaar terwijl het programma loopt.", "An action is ready while the programme runs."
        ),
        Text(
            "Kies een andere dag, of wijzig eerst die actie.",
            "Choose another day, or change that action first.",
        ),
        field=field,
    )


def counted_already() -> Refused:
    """Somebody laid it down, or something was done for it."""
    return Refused(
        Text("Dit programma kunt u niet terugnemen.", "This programme cannot be taken back."),
        Text(
            "Het is vastgesteld, of er is al iets voor gedaan.",
            "It was laid down, or something was done for it already.",
        ),
        Text(
            "Stop de acties die niet doorgaan, of kies bij ‘Wijzigen’ een andere laatste dag.",
            "Stop the actions that do not go on, or choose another last day at ‘Change’.",
        ),
    )


def none_in_use() -> Refused:
    """There is no programme to put an action in."""
    return Refused(
        Text("Er is geen programma in gebruik.", "No programme is in use."),
        Text(
            "Een actie hoort bij een programma dat nu loopt.",
            "An action belongs to a programme that runs now.",
        ),
        Text(
            "Begin eerst een programma. Dat kan in één stap, uit uw beleid.",
            "Begin a programme first. From your policy that takes one step.",
        ),
    )


def has_next(title: str) -> Refused:
    """The next edition was made already."""
    return Refused(
        Text("De volgende editie is er al.", "The next edition exists already."),
        Text("Dat is \u201c{title}\u201d.", "It is \u201c{title}\u201d.").format(title=title),
        Text("Werk daar verder.", "Continue there."),
    )
