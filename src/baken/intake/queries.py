"""What the pages of reporting show: where one can report, what stamps a report, and what happens next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.moments import add
from baken.core.vocabulary.text import Text
from baken.intake.gate import Gate


@dataclass(frozen=True, slots=True)
class Stamp:
    """The purpose and ground that the policy puts on a report, in words (V1)."""

    purpose_name: Text
    ground_name: Text
    article: str
    policy_name: Text


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something that happens with a report, told to the one who sent it."""

    words: str
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Handling:
    """What to do, what not to do, and what to note, while one waits."""

    do: tuple[Text | str, ...]
    dont: tuple[Text | str, ...]
    note: tuple[Text | str, ...]


def stamp(gate: Gate) -> Stamp:
    """Return what is stamped, in words."""
    ground = gate.bundle.grounds[gate.ground]
    return Stamp(gate.bundle.purposes[gate.purpose].name, ground.name, ground.article, gate.bundle.name)


def next_steps(bundle: Bundle, *, question: bool, now: datetime) -> Sequence[NextStep]:
    """Return what happens now, as far as this municipality's own route does it."""
    completes = {match.event for step in bundle.steps for match in step.completes}
    first = next((s for s in bundle.steps if any(m.event == "signal.received" for m in s.completes)), None)
    due = add(now, first.within) if first is not None and first.within is not None else None
    reads = (
        _("De aandachtsfunctionaris leest uw vraag.")
        if question
        else _("De aandachtsfunctionaris leest wat u schreef en kijkt of er haast bij is.")
    )
    steps = [NextStep(reads, due)]
    if not question and "source.consulted" in completes:
        steps.append(
            NextStep(
                _(
                    "Zo nodig kijkt de aandachtsfunctionaris wat de gemeente al weet over het adres, "
                    "het bedrijf of de personen."
                )
            )
        )
    if not question and "signal.referred" in completes:
        steps.append(
            NextStep(
                _(
                    "Kan een partner helpen, dan krijgt die alleen wat nodig is. Wie u bent, staat "
                    "daar nooit bij."
                )
            )
        )
    steps.append(
        NextStep(_("Het antwoord leest u met uw antwoordcode. Soms mogen wij niet alles vertellen."))
    )
    return steps


def handling(bundle: Bundle, *, about_self: bool) -> Handling:
    """Return what to do and not to do oneself: as the signal card says, with our own words where it is silent.

    Whoever it happens to is not told how to keep watch, but where help is.
    """
    if about_self:
        return _for_yourself()
    own = _for_bystanders()
    said: dict[str, tuple[Text | str, ...]] = {
        kind: tuple(one.words for one in bundle.handling if one.kind == kind)
        for kind in ("do", "dont", "note")
    }
    return Handling(said["do"] or own.do, said["dont"] or own.dont, said["note"] or own.note)


def _for_bystanders() -> Handling:
    return Handling(
        do=(
            _("Bel 112 als iemand in gevaar komt."),
            _("Praat er alleen over met uw teamcoördinator of de aandachtsfunctionaris."),
        ),
        dont=(
            _(
                "Spreek de mogelijke uitbuiter niet aan. Dat kan gevaarlijk zijn, voor u en voor het vermoedelijke "
                "slachtoffer."
            ),
            _("Ga niet zelf op onderzoek uit: niet volgen, niet zoeken, geen foto's maken."),
            _("Beloof het vermoedelijke slachtoffer niets wat u niet zelf kunt doen."),
        ),
        note=(_("Ziet of hoort u nog iets? Schrijf op wat, waar en wanneer, en geef het opnieuw door."),),
    )


def _for_yourself() -> Handling:
    return Handling(
        do=(
            _("Bel 112 als u in gevaar bent."),
            _("U kunt ook bellen met een van de plekken hieronder. Dat is gratis of kost weinig."),
            _("Bewaar deze code waar niemand anders kijkt, of leer hem uit uw hoofd."),
        ),
        dont=(
            _("Zet uzelf niet in gevaar om iets te bewijzen. Dat hoeft niet."),
            _("Zeg niet tegen de mogelijke uitbuiter dat u dit hebt verteld."),
        ),
        note=(_("Gebeurt er nog iets? U mag altijd opnieuw schrijven."),),
    )
