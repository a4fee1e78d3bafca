"""The facts a focal point can establish: the word in the address, the question, and what helps to answer it."""

from collections.abc import Mapping
from dataclasses import dataclass

from baken.core.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Question:
    """How a fact is asked of an officer."""

    fact: str
    asked: Text
    hint: Text


QUESTIONS: Mapping[str, Question] = {
    "spoed": Question(
        "urgency",
        Text("Is iemand nu in gevaar?", "Is somebody in danger now?"),
        Text(
            "Bij gevaar belt u eerst 112. Vastleggen kan daarna.",
            "If there is danger, call 112 first. You can record it afterwards.",
        ),
    ),
    "vorm": Question(
        "exploitation",
        Text(
            "Om welke vorm van mogelijke uitbuiting gaat het?", "Which form of possible exploitation is it?"
        ),
        Text(
            "Ook als iemand ermee instemt, kan het uitbuiting zijn.",
            "It can be exploitation even where somebody agrees to it.",
        ),
    ),
    "ook": Question(
        "related",
        Text("Wat speelt er ook?", "What else is going on?"),
        Text(
            "Dit is op zichzelf geen mensenhandel. Prostitutie is een legaal beroep.",
            "This is not trafficking in itself. Prostitution is a legal occupation.",
        ),
    ),
    "concreet": Question(
        "hardness",
        Text("Hoe concreet is het signaal?", "How concrete is the signal?"),
        Text(
            "Dit zegt iets over de informatie, niet over mensen.",
            "This says something about the information, not about people.",
        ),
    ),
    "leeftijd": Question(
        "age",
        Text("Hoe oud is het vermoedelijke slachtoffer?", "How old is the presumed victim?"),
        Text(
            "Een minderjarige heeft recht op extra bescherming.",
            "A minor has a right to extra protection.",
        ),
    ),
    "verblijf": Question(
        "residence",
        Text(
            "Mag het vermoedelijke slachtoffer in Nederland verblijven?", "May the presumed victim stay here?"
        ),
        Text(
            "Alleen nodig om de juiste hulp te vinden. Niemand wordt hierop beoordeeld.",
            "Only needed to find the right help. Nobody is judged on it.",
        ),
    ),
    "alleen": Question(
        "unaccompanied_minor",
        Text(
            "Is het een minderjarige die hier zonder ouder of voogd is?",
            "Is it a minor without parent or guardian?",
        ),
        Text("Dan is er een aparte route voor bescherming.", "Then there is a separate route to protection."),
    ),
    "melder": Question(
        "reporter",
        Text("Wie meldt dit?", "Who reports this?"),
        Text(
            "Alleen de soort melder. De naam blijft in de envelop.",
            "Only the kind of reporter. The name stays in the envelope.",
        ),
    ),
}

SLUGS: Mapping[str, str] = {question.fact: slug for slug, question in QUESTIONS.items()}
