"""Why an evaluation refuses something: in words, and at the field where it is put right."""

from collections.abc import Sequence

from baken.core.decide.refusal import Refused
from baken.core.vocabulary.text import Text


def over_before_it_begins() -> Refused:
    """The last day lies before the first."""
    return Refused(
        Text("De laatste dag ligt voor de eerste.", "The last day lies before the first."),
        Text("Zo is er geen periode.", "That makes no period."),
        Text("Kies een latere laatste dag.", "Choose a later last day."),
        field="until_date",
    )


def not_over() -> Refused:
    """The period is not over."""
    return Refused(
        Text("Deze periode is nog niet voorbij.", "This period is not over yet."),
        Text("Een evaluatie gaat over wat is geweest.", "An evaluation is about what has been."),
        Text("Kies vandaag of een eerdere dag.", "Choose today or an earlier day."),
        field="until_date",
    )


def due_too_early() -> Refused:
    """It would be ready before its period is over."""
    return Refused(
        Text("Dan is de periode nog niet voorbij.", "The period is not over by then."),
        Text(
            "De evaluatie kan niet klaar zijn voordat de periode is geweest.",
            "The evaluation cannot be ready before the period has been.",
        ),
        Text("Kies een latere dag, of een kortere periode.", "Choose a later day, or a shorter period."),
        field="due_on",
    )


def no_topic() -> Refused:
    """It is about nothing."""
    return Refused(
        Text("Er is geen onderwerp gekozen.", "No topic was chosen."),
        Text("Zonder onderwerp is er niets om te vragen.", "Without a topic there is nothing to ask."),
        Text("Kies een of meer onderwerpen.", "Choose one topic or more."),
        field="topics",
    )


def other_topic(field: str = "topic") -> Refused:
    """The topic is not one of this evaluation."""
    return Refused(
        Text("Dit onderwerp hoort niet bij deze evaluatie.", "This topic is not part of this evaluation."),
        Text(
            "Een evaluatie gaat over de onderwerpen die ervoor gekozen zijn.",
            "An evaluation is about the topics chosen for it.",
        ),
        Text("Kies een ander onderwerp.", "Choose another topic."),
        field=field,
    )


def topic_in_use(names: Sequence[Text]) -> Refused:
    """Something was found or decided under a topic that would go."""
    return Refused(
        Text(
            "Bij een onderwerp dat u weghaalt, staat al iets.",
            "Something stands already under a topic that you take away.",
        ),
        _list(names),
        Text(
            "Neem eerst terug wat daar is gevonden of besloten, of houd het onderwerp.",
            "First take back what was found or decided there, or keep the topic.",
        ),
        field="topics",
    )


def frozen_already(day: str) -> Refused:
    """The data set was frozen once."""
    return Refused(
        Text("De cijfers staan al vast.", "The figures are frozen already."),
        Text(
            "Zij zijn van {day} en veranderen niet meer, zodat iedereen over dezelfde cijfers praat.",
            "They are of {day} and change no more, so that everybody talks about the same figures.",
        ).format(day=day),
        Text(
            "Wilt u andere cijfers? Begin dan een nieuwe evaluatie.",
            "Do you want other figures? Then begin a new evaluation.",
        ),
    )


def frozen_period() -> Refused:
    """The period cannot change under figures that were frozen for it."""
    return Refused(
        Text("De cijfers van deze periode staan al vast.", "The figures of this period are frozen already."),
        Text("Zij horen bij deze eerste en laatste dag.", "They belong to this first and last day."),
        Text(
            "Laat de dagen zoals ze zijn, of begin een nieuwe evaluatie.",
            "Leave the days as they are, or begin a new evaluation.",
        ),
        field="until_date",
    )


def closed(day: str) -> Refused:
    """Nothing is added any more."""
    return Refused(
        Text("Deze evaluatie is afgesloten op {day}.", "This evaluation was closed on {day}.").format(
            day=day
        ),
        Text("Daarna komt er niets meer bij.", "After that nothing is added."),
        Text(
            "Wat u nu ziet of wilt, hoort bij de volgende evaluatie of in het programma.",
            "What you see or want now belongs to the next evaluation or in the programme.",
        ),
    )


def not_ready(missing: Sequence[Text]) -> Refused:
    """It cannot be closed; `missing` says what lacks."""
    return Refused(
        Text("Deze evaluatie kan nog niet worden afgesloten.", "This evaluation cannot be closed yet."),
        _list(missing),
        Text("Vul dit eerst aan. Daarna kunt u afsluiten.", "Complete this first. Then you can close it."),
    )


def somebody_elses() -> Refused:
    """Each role speaks for itself."""
    return Refused(
        Text("Deze woorden zijn van een andere functie.", "These words are of another role."),
        Text(
            "Alleen wie die functie heeft, of het programma bijhoudt, verandert ze.",
            "Only who has that role, or keeps the programme, changes them.",
        ),
        Text("Leg uw eigen bevinding vast.", "Record a finding of your own."),
        field="role",
    )


def what_of_the_policy() -> Refused:
    """A change of the policy without what is to change."""
    return Refused(
        Text("Wat van het beleid moet anders?", "What of the policy is to change?"),
        Text("Anders weet niemand waar het over gaat.", "Otherwise nobody knows what it is about."),
        Text("Kies een onderdeel van het beleid.", "Choose an element of the policy."),
        field="element",
    )


def shared_elsewhere(title: str) -> Refused:
    """Another evaluation of the same years is released already."""
    return Refused(
        Text(
            "Over deze jaren deelt u al een andere evaluatie: {title}.",
            "You release another evaluation of these years already: {title}.",
        ).format(title=title),
        Text(
            "In de regio staan evaluaties van dezelfde jaren naast elkaar, van elk lid één.",
            "In the region evaluations of the same years stand beside each other, one of each member.",
        ),
        Text("Haal daar eerst alle vinkjes weg.", "First take all ticks away there."),
    )


def nothing_offered() -> Refused:
    """Nobody released a finding that is not here yet."""
    return Refused(
        Text("Er valt niets over te nemen.", "There is nothing to take up."),
        Text(
            "Niemand in uw regio's deelde over deze periode een bevinding die hier nog niet staat.",
            "Nobody in your regions released a finding about this period that is not here yet.",
        ),
        Text(
            "Vraag de andere organisatie haar bevindingen te delen met een regio waar u ook bij hoort.",
            "Ask the other organisation to release its findings to a region that you are in as well.",
        ),
    )


def not_frozen() -> Refused:
    """Figures that are not frozen go nowhere."""
    return Refused(
        Text("De cijfers staan nog niet vast.", "The figures are not frozen yet."),
        Text(
            "Wat u deelt, moet hetzelfde zijn als wat in uw verslag staat.",
            "What you release must be what stands in your report.",
        ),
        Text("Zet eerst de cijfers vast.", "First freeze the figures."),
    )


def _list(names: Sequence[Text]) -> Text:
    return Text("; ".join(one.nl for one in names) + ".", "; ".join(one.en for one in names) + ".")
