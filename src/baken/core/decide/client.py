"""What may be decided in a client file (CARE-01..16). Nobody has to call themselves a victim here (CARE-14)."""

from collections.abc import Collection
from datetime import date, timedelta

from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of
from baken.core.derive.client import ClientState, counts, may_go_to, rests_on
from baken.core.events import Event, rights
from baken.core.events import client as past
from baken.core.vocabulary import client as words
from baken.core.vocabulary.text import Text

_NOT_RECORDED = Text("Er is niets vastgelegd.", "Nothing was recorded.")
_LATEST = timedelta(days=366)
_CHECK_DATE = Text("Kijk de datum na.", "Check the date.")
_ASK_GUARDIAN = Text(
    "Vraag toestemming aan wie het gezag heeft. Is de persoon 16 jaar of ouder? Leg dan eerst de geboortedatum vast.",
    "Ask consent of who has parental authority. Is the person 16 or older? Then record the date of birth first.",
)


def open_(
    *,
    source: str,
    notification: str | None,
    together: str | None,
    ground: str,
    age: str,
    check_on: date,
    told: str,
) -> tuple[Event, ...]:
    """Open a file for one presumed victim, on a ground."""
    must_be_one_of(source, words.SOURCE, Text("de bron", "the source"))
    must_be_one_of(ground, words.GROUND, Text("de grond", "the ground"))
    must_be_one_of(age, words.AGE, Text("de leeftijd", "the age"))
    if (source == "notification") != (notification is not None):
        raise Refused(
            _NOT_RECORDED,
            Text("Bron en melding kloppen niet met elkaar.", "Source and notification do not match."),
            Text("Begin opnieuw bij de melding.", "Begin again at the notification."),
        )
    return (past.ClientOpened(source, notification, together, ground, age, check_on.isoformat(), told),)


def describe(
    state: ClientState, *, age: str, role: str, birth: date | None, today: date, told: str
) -> tuple[Event, ...]:
    """Record who it is. A birth date that contradicts the age is asked about, never put right in silence."""
    must_be_open(state)
    must_be_one_of(age, words.AGE, Text("de leeftijd", "the age"))
    must_be_one_of(role, words.ROLE, Text("de rol", "the role"))
    must_fit_the_age(birth, age, today)
    return (past.ClientDescribed(age, role, told),)


def must_fit_the_age(birth: date | None, age: str, today: date) -> None:
    """Refuse a birth date that lies ahead, that nobody reaches, or that says otherwise than the age."""
    if birth is None:
        return
    why = None
    if birth > today:
        why = Text("Deze geboortedatum moet nog komen.", "This date of birth is still to come.")
    elif today.year - birth.year > 120:
        why = Text("Zo oud wordt niemand.", "Nobody gets that old.")
    elif age == "minor" and is_adult(birth, today):
        why = Text(
            "Volgens de geboortedatum is de persoon meerderjarig.",
            "By the date of birth the person is an adult.",
        )
    elif age == "adult" and not is_adult(birth, today):
        why = Text(
            "Volgens de geboortedatum is de persoon minderjarig.",
            "By the date of birth the person is a minor.",
        )
    if why is not None:
        raise Refused(
            _NOT_RECORDED,
            why,
            Text(
                "Kijk beide na. Twijfelt u aan de leeftijd? Kies dan misschien minderjarig.",
                "Check both. Do you doubt the age? Then choose perhaps a minor.",
            ),
        )


def is_adult(birth: date, today: date) -> bool:
    """Whether somebody born on this day is eighteen; who was born on 29 February is so on 1 March."""
    return (today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))) >= 18


def note_treatment(state: ClientState, *, treatment: str, told: str) -> tuple[Event, ...]:
    """Record whether this victim is prosecuted or punished (CARE-15)."""
    must_be_open(state)
    must_be_one_of(treatment, words.TREATMENT, Text("het antwoord", "the answer"))
    return (past.ClientTreatmentNoted(treatment, told),)


def agree_contact(state: ClientState, told: str) -> tuple[Event, ...]:
    """Record how the person can safely be reached."""
    must_be_open(state)
    return (past.ClientContactAgreed(told),)


def note_need(
    state: ClientState, *, need: str, area: str, areas: Collection[str], told: str
) -> tuple[Event, ...]:
    """Record a need in one area of life."""
    must_be_open(state)
    must_be_one_of(area, areas, Text("het gebied", "the area"))
    return (past.ClientNeedNoted(need, area, told),)


def agree_help(
    state: ClientState,
    *,
    need: str,
    by: str,
    bodies: Collection[str],
    due: date,
    today: date,
    told: str | None,
) -> tuple[Event, ...]:
    """Record who does what by when. Help that was settled can be agreed again."""
    must_be_open(state)
    _must_have(state, need)
    must_be_one_of(by, bodies, Text("wie het doet", "who does it"))
    _must_be_ahead(due, today)
    return (past.ClientHelpAgreed(need, by, due.isoformat(), told),)


def settle_need(
    state: ClientState, *, need: str, outcome: str, gap: str, told: str | None
) -> tuple[Event, ...]:
    """Record how a need ended; where the help was not to be had, why: so a gap in the offer shows (CARE-10)."""
    must_be_open(state)
    _must_have(state, need)
    must_be_one_of(outcome, words.SETTLED, Text("de afloop", "the outcome"))
    if outcome == "not_to_be_had":
        must_be_one_of(gap, words.GAP, Text("de reden", "the reason"))
    else:
        gap = ""
    return (past.ClientNeedSettled(need, outcome, gap, told),)


def note_wish(state: ClientState, told: str) -> tuple[Event, ...]:
    """Record what the person wants."""
    must_be_open(state)
    return (past.ClientWishNoted(told),)


def tell_rights(state: ClientState, *, on: date, today: date, told: str) -> tuple[Event, ...]:
    """Record that the person was told of the rights there are, whether or not there is a complaint (CARE-16)."""
    must_be_open(state)
    _must_have_been(on, today)
    return (past.ClientToldRights(on.isoformat(), told),)


def give_consent(
    state: ClientState,
    *,
    consent: str,
    recipient: str,
    bodies: Collection[str],
    how: str,
    sixteen: bool | None = None,
    told: str,
) -> tuple[Event, ...]:
    """Record that something may go to one recipient. `sixteen`: whether the person is that old, where it is known."""
    must_be_open(state)
    _must_be_outside(recipient, bodies)
    must_be_one_of(how, words.CONSENT_HOW, Text("hoe", "how"))
    _must_be_able_to_consent(state, how, sixteen)
    return (past.ClientConsentGiven(consent, recipient, how, sixteen is True, told),)


def _must_be_able_to_consent(state: ClientState, how: str, sixteen: bool | None) -> None:
    """Of a minor under sixteen who has parental authority consents; from sixteen on the person (section 4)."""
    if not state.minor and sixteen is not False:
        return
    if how == "by_guardian" and sixteen:
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Wie 16 of 17 jaar is, geeft zelf toestemming.",
                "Whoever is 16 or 17 gives consent in person.",
            ),
            Text("Vraag het de persoon zelf.", "Ask the person."),
        )
    if how != "by_guardian" and not sixteen:
        why = Text(
            "Voor een kind jonger dan 16 jaar geeft een ouder of voogd toestemming.",
            "For a child under 16 a parent or guardian gives consent.",
        )
        if sixteen is None:
            why = Text(
                "De persoon is misschien jonger dan 16 jaar. Dan geeft een ouder of voogd toestemming.",
                "The person may be under 16. Then a parent or guardian gives consent.",
            )
        raise Refused(_NOT_RECORDED, why, _ASK_GUARDIAN)


def withdraw_consent(state: ClientState, *, consent: str, told: str | None) -> tuple[Event, ...]:
    """Record that the person no longer allows it: as easily as it was given, and in a closed file too."""
    found = state.consents.get(consent)
    if found is None or found.withdrawn_at is not None:
        raise Refused(
            _NOT_RECORDED,
            Text("Deze toestemming geldt niet (meer).", "This consent does not hold (any more)."),
            Text("Kijk in het dossier welke nog geldt.", "Look in the file which one still holds."),
        )
    return (past.ClientConsentWithdrawn(consent, told),)


def weigh_secrecy(
    state: ClientState, *, recipient: str, bodies: Collection[str], outcome: str, told: str
) -> tuple[Event, ...]:
    """Record whether, without consent, secrecy gives way for one recipient (V5)."""
    must_be_open(state)
    _must_be_outside(recipient, bodies)
    must_be_one_of(outcome, words.WEIGHED, Text("de uitkomst", "the outcome"))
    return (past.ClientSecrecyWeighed(recipient, outcome, told),)


def must_go_to(state: ClientState, recipient: str) -> None:
    """Refuse to let anything about this person go where neither consent nor a weighing allows it (V5)."""
    if state.restricted or state.erasing:
        raise Refused(
            Text("Er is niets gedeeld.", "Nothing was shared."),
            Text(
                "De persoon vroeg om alleen te bewaren, of om te wissen (AVG 17 en 18).",
                "The person asked for storing only, or for erasure (GDPR 17 and 18).",
            ),
            Text(
                "Vraag de privacy officer of het verzoek nog geldt, of vraag de persoon zelf.",
                "Ask the privacy officer whether the request still holds, or ask the person.",
            ),
        )
    if not may_go_to(state, recipient):
        given = [
            one for one in state.consents.values() if one.recipient == recipient and not one.withdrawn_at
        ]
        if any(not counts(state, one) for one in given):
            raise Refused(
                Text("Er is niets gedeeld.", "Nothing was shared."),
                Text(
                    "De persoon is (misschien) minderjarig, en gaf alleen zelf toestemming.",
                    "The person is (perhaps) a minor, and nobody else gave consent.",
                ),
                _ASK_GUARDIAN,
                lacks=f"consent:{recipient}",
            )
        raise Refused(
            Text("Er is niets gedeeld.", "Nothing was shared."),
            Text(
                "Er is geen toestemming die geldt, en er is niet afgewogen dat het zonder mag.",
                "No consent holds, and it was not weighed that it may go without.",
            ),
            Text(
                "Vraag toestemming, of weeg af of het zonder mag, en leg dat vast in het dossier.",
                "Ask for consent, or weigh whether it may go without, and record that in the file.",
            ),
            lacks=f"consent:{recipient}",
        )


def must_rest_on(state: ClientState, recipient: str, basis: str) -> Event:
    """Refuse what rests on no consent or weighing that somebody read and held to cover this very recipient (V5).

    Consent is recorded for a kind of recipient and names one in words, which a human alone can compare.
    """
    must_go_to(state, recipient)
    if basis not in {one.id for one in rests_on(state, recipient)}:
        raise Refused(
            Text("Er is niets gedeeld.", "Nothing was shared."),
            Text(
                "Niet gekozen is welke toestemming of afweging over deze ontvanger gaat.",
                "It was not chosen which consent or weighing is about this recipient.",
            ),
            Text(
                "Lees wat er is vastgelegd en kies. Gaat niets over deze ontvanger? Vraag dan eerst toestemming.",
                "Read what was recorded and choose. Is none about this recipient? Then ask for consent first.",
            ),
        )
    return past.SharingConfirmed(recipient, basis)


def bring_in(state: ClientState, told: str) -> tuple[Event, ...]:
    """Bring the file to the process director as a complex case."""
    must_be_open(state)
    if state.complex:
        raise Refused(
            _NOT_RECORDED,
            Text("De procesregisseur kijkt al mee.", "The process director looks along already."),
            Text("Er is niets meer te doen.", "There is nothing more to do."),
        )
    return (past.ClientBroughtIn(told),)


def take_back(state: ClientState, told: str) -> tuple[Event, ...]:
    """End that the process director looks along."""
    must_be_open(state)
    if not state.complex:
        raise Refused(
            _NOT_RECORDED,
            Text("De procesregisseur kijkt niet mee.", "The process director does not look along."),
            Text("Er is niets meer te doen.", "There is nothing more to do."),
        )
    return (past.ClientTakenBack(told),)


def release(state: ClientState, told: str) -> tuple[Event, ...]:
    """End that the file is stored only, after the person was told (GDPR 18(3))."""
    if not state.restricted:
        raise Refused(
            _NOT_RECORDED,
            Text("Dit dossier is niet beperkt.", "This file is not restricted."),
            Text("Er is niets op te heffen.", "There is nothing to lift."),
        )
    return (rights.ProcessingReleased(told),)


def check(state: ClientState, *, next_on: date, today: date, told: str | None) -> tuple[Event, ...]:
    """Record that somebody looked how it goes, and when to look again."""
    must_be_open(state)
    _must_be_ahead(next_on, today)
    return (past.ClientChecked(next_on.isoformat(), told),)


def close(state: ClientState, *, outcome: str, told: str) -> tuple[Event, ...]:
    """Close the file. Nothing has to be complete: who stops helping must be able to say so at once."""
    must_be_open(state)
    must_be_one_of(outcome, words.ENDING, Text("de afloop", "the outcome"))
    return (past.ClientClosed(outcome, told),)


def reopen(state: ClientState, *, check_on: date, told: str) -> tuple[Event, ...]:
    """Open a closed file again."""
    must_be_closed(state)
    return (past.ClientReopened(check_on.isoformat(), told),)


def must_be_open(state: ClientState) -> None:
    """A closed file is reopened first, so that nothing changes behind a closed door."""
    if not state.open:
        raise Refused(
            _NOT_RECORDED,
            Text("Dit cliëntdossier is afgesloten.", "This client file was closed."),
            Text("Heropen het dossier eerst, met een reden.", "Reopen the file first, with a reason."),
        )


def must_be_closed(state: ClientState) -> None:
    """Only a closed file is opened again."""
    if state.open:
        raise Refused(
            _NOT_RECORDED,
            Text("Dit dossier is open.", "This file is open."),
            Text("Er is niets te heropenen.", "There is nothing to reopen."),
        )


def _must_be_outside(recipient: str, bodies: Collection[str]) -> None:
    outside = [one for one in bodies if one not in words.INSIDE]
    must_be_one_of(recipient, outside, Text("de ontvanger", "the recipient"))


def _must_have(state: ClientState, need: str) -> None:
    if need not in state.needs:
        raise Refused(
            _NOT_RECORDED,
            Text("Deze hulpvraag staat niet in het dossier.", "This need is not in the file."),
            Text("Kies er een uit het dossier.", "Choose one from the file."),
        )


def _must_be_ahead(day: date, today: date) -> None:
    if not today <= day <= today + _LATEST:
        raise Refused(
            _NOT_RECORDED,
            Text(
                "Die dag is al geweest, of ligt meer dan een jaar vooruit.",
                "That day has been, or lies more than a year ahead.",
            ),
            _CHECK_DATE,
        )


def _must_have_been(day: date, today: date) -> None:
    if day > today:
        raise Refused(
            _NOT_RECORDED, Text("Die dag moet nog komen.", "That day is still to come."), _CHECK_DATE
        )
