"""Information for clients: our own words, short sentences, in Dutch and English.

Whoever exploits somebody may find the paper. So neither its title nor a heading tells at first glance what it is about,
it names no organisation, and it says that one may give it back. `rests_on` names the rules of `care.yaml` behind a
piece: their sources stand beside it on the screen. Where one of them is not confirmed, the text tells to ask.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from baken.core.vocabulary.text import Text

TITLE = Text("Wonen, gezondheid en hulp", "Living, health and help")
NUMBERS = ("comensha", "safe_home")
"""The partners in the policy whose number stands in the last piece."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading with its sentences. A sentence with a number that the policy lacks is left out."""

    id: str
    title: Text
    lines: tuple[Text, ...]
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One heading with its sentences, in one language."""

    id: str
    title: str
    lines: tuple[str, ...]


PIECES: tuple[Piece, ...] = (
    Piece(
        "start",
        Text("Om te beginnen", "To begin with"),
        (
            Text(
                "U krijgt dit van iemand die u wil helpen. U hoeft nu niets te beslissen.",
                "Somebody who wants to help you gives you this. You do not have to decide anything now.",
            ),
            Text(
                "Vraag alles wat u wilt weten, in uw eigen taal. Wij regelen een tolk.",
                "Ask whatever you want to know, in your own language. We arrange an interpreter.",
            ),
            Text(
                "Is het niet veilig om dit papier te houden? Geef het dan terug. Wij vertellen het u dan.",
                "Is it not safe to keep this paper? Then give it back. We will tell you instead.",
            ),
        ),
    ),
    Piece(
        "rights",
        Text("Wat u mag vragen en kiezen", "What you may ask and choose"),
        (
            Text(
                "U kunt hulp krijgen, ook als u niet met de politie wilt praten.",
                "You can get help, also if you do not want to talk to the police.",
            ),
            Text(
                "U kiest zelf welke hulp u wilt. U mag nee zeggen, en later toch ja.",
                "You choose which help you want. You may say no, and yes later on.",
            ),
            Text(
                "Wij vragen het u voordat wij iets over u aan anderen vertellen. Alleen bij groot gevaar of als de wet "
                "het zegt, mag het zonder uw ja. Dan leggen wij u uit waarom, zodra dat veilig kan.",
                "We ask you before we tell others anything about you. Only in great danger, or where the law says so, "
                "may we do it without your yes. Then we explain to you why, as soon as that is safe.",
            ),
            Text(
                "U mag vragen wat wij over u opschrijven.",
                "You may ask what we write down about you.",
            ),
        ),
        ("tell_rights", "care_coordination"),
    ),
    Piece(
        "rest",
        Text("Tijd om na te denken", "Time to think"),
        (
            Text(
                "Hebt u geen papieren om in Nederland te blijven? Dan kunt u misschien tijd krijgen om uit te rusten "
                "en na te denken: hooguit drie maanden, soms 30 dagen. In die tijd hoeft u niet weg uit Nederland.",
                "Have you no papers to stay in the Netherlands? Then you may get time to rest and think: three months "
                "at most, sometimes 30 days. During that time you do not have to leave the Netherlands.",
            ),
            Text(
                "In die tijd denkt u na of u met de politie wilt praten. Vraag ons of dit voor u geldt.",
                "During that time you think about whether to talk to the police. Ask us whether this goes for you.",
            ),
        ),
        ("reflection_offer", "reflection_stay", "reflection_end", "reflection_end_dublin"),
    ),
    Piece(
        "shelter",
        Text("Een plek om te slapen", "A place to sleep"),
        (
            Text(
                "Hebt u geen veilige plek? Wij zoeken die met u. Vertel het ook als u kinderen hebt.",
                "Have you no safe place? We look for one with you. Tell us too if you have children.",
            ),
            Text(
                "Welke plek het wordt, hangt af van uw leeftijd en uw papieren. Vraag ons wat er voor u is.",
                "Which place it will be depends on your age and your papers. Ask us what there is for you.",
            ),
            Text("Vertel aan niemand waar die plek is.", "Tell nobody where that place is."),
        ),
        ("emergency_shelter", "wmo_shelter", "specialist_shelter"),
    ),
    Piece(
        "medical",
        Text("Naar een dokter", "Seeing a doctor"),
        (
            Text(
                "Bent u ziek, gewond of zwanger, of gaat het niet goed met u? U kunt naar een dokter. Zorg die nodig "
                "is, is er ook voor wie geen papieren of verzekering heeft. Vraag ons hoe het gaat.",
                "Are you ill, hurt or pregnant, or not doing well? You can see a doctor. Care that is needed is there "
                "also for people without papers or insurance. Ask us how it works.",
            ),
            Text(
                "Een dokter mag wat u vertelt niet zomaar doorvertellen.",
                "A doctor may not simply pass on what you tell.",
            ),
        ),
        ("necessary_care",),
    ),
    Piece(
        "lawyer",
        Text("Een advocaat", "A lawyer"),
        (
            Text(
                "Een advocaat legt uit wat u mag en spreekt voor u. Vraag ons welke advocaat u kan helpen, en of het "
                "geld kost.",
                "A lawyer explains what you may do and speaks for you. Ask us which lawyer can help you, and whether "
                "it costs money.",
            ),
        ),
        ("lawyer",),
    ),
    Piece(
        "complaint",
        Text("Met de politie praten", "Talking to the police"),
        (
            Text(
                "U kunt de politie vertellen wat er gebeurd is. Dat heet aangifte doen. Het hoeft niet.",
                "You can tell the police what happened. That is called filing a complaint. You do not have to.",
            ),
            Text(
                "Het kan uitmaken voor hoe lang u mag blijven. Praat er eerst over met een advocaat of met ons.",
                "It can make a difference to how long you may stay. Talk about it first with a lawyer or with us.",
            ),
        ),
        ("complaint", "application_by_complaint"),
    ),
    Piece(
        "call",
        Text("Wie u kunt bellen", "Whom you can call"),
        (
            Text("Gevaar nu: 112", "Danger now: 112"),
            Text("Hulp en een plek om te slapen: {comensha}", "Help and a place to sleep: {comensha}"),
            Text("Advies als iemand u pijn doet: {safe_home}", "Advice when somebody hurts you: {safe_home}"),
            Text(
                "Mijn contactpersoon: ..............................",
                "My contact: ..............................",
            ),
        ),
    ),
)


def parts(language: str, numbers: Mapping[str, str]) -> list[Part]:
    """Return the information in Dutch or English, with the telephone numbers of the policy."""
    return [
        Part(piece.id, piece.title.in_(language), tuple(_lines(piece, language, numbers))) for piece in PIECES
    ]


def _lines(piece: Piece, language: str, numbers: Mapping[str, str]) -> list[str]:
    known = {name: numbers[name] for name in NUMBERS if numbers.get(name)}
    return [
        line.format(**known).in_(language)
        for line in piece.lines
        if not any(f"{{{name}}}" in line.nl for name in NUMBERS if name not in known)
    ]


def digest(numbers: Mapping[str, str]) -> str:
    """Return what tells this Dutch text from any other: a translation of another text is out of date."""
    words = [TITLE.nl, *((part.id, part.title, *part.lines) for part in parts("nl", numbers))]
    return hashlib.sha256(json.dumps(words, ensure_ascii=False).encode()).hexdigest()
