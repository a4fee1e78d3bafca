"""What may be decided about telling CoMensha, and the municipality that notified, of a client."""

from collections.abc import Collection, Mapping
from datetime import date

from baken.core.decide.client import must_be_open, must_go_to, must_rest_on
from baken.core.decide.refusal import Refused
from baken.core.decide.rules import must_be_one_of
from baken.core.derive.care_notice import NoticeState, Prepared
from baken.core.derive.client import ClientState, may_go_to
from baken.core.events import Event
from baken.core.events import care_notice as past
from baken.core.vocabulary import care_notice as words
from baken.core.vocabulary.text import Text

COMENSHA = "comensha"
_NOT_RECORDED = Text("Er is niets vastgelegd.", "Nothing was recorded.")
_ONCE = Text(
    "Deze persoon is al bij CoMensha gemeld, en telt dus al mee.",
    "CoMensha was notified of this person already, who is counted therefore.",
)
_IN_WRITING = Text(
    "Voor opvang of hulp gaan gegevens naar hulpverleners. Dat kan alleen met schriftelijke toestemming.",
    "For shelter or help the data go on to helpers. That takes written consent.",
)
_SUPPLEMENT = Text(
    "Gaat het nu om opvang? Kies dan voor een aanvulling.",
    "Is it about shelter now? Then choose a supplement.",
)


def prepare(
    client: ClientState,
    state: NoticeState,
    *,
    kind: str,
    under_16: bool,
    alike: Collection[str],
    verdicts: Mapping[str, str],
    notified: Collection[str],
    double: str,
    sender_notified: bool,
    basis: str,
    fields: str,
) -> tuple[Event, ...]:
    """Have the notification ready to be copied, once per person (MON-07), on consent or a weighing.

    `alike` are the files that look like this one, of which those in `notified` were notified; `verdicts` says of each
    whether it is about the `same` person or an `other`. `sender_notified`: the municipality told that it notified too.
    """
    must_be_open(client)
    must_be_one_of(kind, words.KIND, Text("de soort melding", "the kind of notification"))
    must_be_one_of(double, words.DOUBLE, Text("een eerdere melding", "an earlier notification"))
    ground = must_be_allowed(client, kind=kind, under_16=under_16)
    confirmed = must_rest_on(client, COMENSHA, basis)
    if missing := [one for one in alike if verdicts.get(one) not in ("same", "other")]:
        raise Refused(
            _NOT_RECORDED,
            Text(
                f"Van {len(missing)} dossiers die erop lijken, is nog niet gezegd of het dezelfde persoon is.",
                f"Of {len(missing)} files that look alike it was not said whether it is the same person.",
            ),
            Text("Kijk ze na en kies bij elk.", "Look at each and choose."),
        )
    same = [one for one in alike if verdicts[one] == "same"]
    if kind in words.COUNTS:
        if state.registered is not None or any(one in notified for one in same):
            raise Refused(_NOT_RECORDED, _ONCE, _SUPPLEMENT)
        if sender_notified and double == "not_notified":
            raise Refused(
                _NOT_RECORDED,
                Text(
                    "De gemeente meldde dit signaal zelf al bij CoMensha.",
                    "The municipality notified CoMensha of this signal itself.",
                ),
                Text(
                    "Vraag CoMensha of dat over deze persoon ging, en kies dat antwoord.",
                    "Ask CoMensha whether that was about this person, and choose that answer.",
                ),
            )
        if double == "same_person":
            raise Refused(
                _NOT_RECORDED,
                Text(
                    "Een ander meldde deze persoon al. Zo zou die dubbel tellen.",
                    "Another notified this person already, who would be counted twice like this.",
                ),
                _SUPPLEMENT,
            )
    elif state.registered is None and double != "same_person" and not any(one in notified for one in same):
        raise Refused(
            _NOT_RECORDED,
            Text("Er is nog geen melding om aan te vullen.", "There is no notification to add to yet."),
            Text("Kies voor registratie en opvang.", "Choose registration and shelter."),
        )
    return (
        confirmed,
        past.ComenshaPrepared(
            kind, ground, fields, tuple(sorted(alike)), sorted(same)[0] if same else None, double
        ),
    )


def must_be_allowed(client: ClientState, *, kind: str, under_16: bool) -> str:
    """Return what allows it. Where data go on to helpers, nothing but written consent does (legal background, 4)."""
    must_go_to(client, COMENSHA)
    basis = may_go_to(client, COMENSHA)
    if kind not in words.HELP or _signed(client, "by_guardian" if under_16 else "written"):
        return basis
    if under_16:
        do = Text(
            "Vraag schriftelijke toestemming aan wie het gezag heeft, en leg die vast.",
            "Ask written consent of who has parental authority, and record it.",
        )
    else:
        do = Text(
            "Vraag de persoon zelf om schriftelijke toestemming voor CoMensha, en leg die vast.",
            "Ask the person for written consent for CoMensha, and record it.",
        )
    raise Refused(_NOT_RECORDED, _IN_WRITING, do, lacks=f"written_consent:{COMENSHA}")


def must_still_be_allowed(client: ClientState, prepared: Prepared) -> None:
    """What allowed it may be gone since it was prepared: then nothing is copied, printed or sent (V5)."""
    must_go_to(client, COMENSHA)
    if prepared.kind in words.HELP and not _signed(client, "written", "by_guardian"):
        do = Text("Maak de melding opnieuw klaar.", "Prepare the notification again.")
        raise Refused(_NOT_RECORDED, _IN_WRITING, do)


def _signed(client: ClientState, *how: str) -> bool:
    """Whether somebody agreed in one of these ways, and nothing said since takes that away."""
    return may_go_to(client, COMENSHA) == "consent" and any(
        one.recipient == COMENSHA and one.withdrawn_at is None and one.how in how
        for one in client.consents.values()
    )


def notify(
    client: ClientState,
    state: NoticeState,
    *,
    on: date,
    today: date,
    channel: str,
    reference: str | None,
) -> tuple[Event, ...]:
    """Record that it was sent, after a human checked it; consent withdrawn since then stops it."""
    must_be_open(client)
    must_be_one_of(channel, words.CHANNEL, Text("de weg", "the channel"))
    must_still_be_allowed(client, prepared := must_be_prepared(state))
    if on > today:
        raise Refused(
            _NOT_RECORDED,
            Text("Die dag moet nog komen.", "That day is still to come."),
            Text("Kijk de datum na.", "Check the date."),
        )
    return (past.ComenshaNotified(prepared.kind, on.isoformat(), channel, reference),)


def must_be_prepared(state: NoticeState) -> Prepared:
    """Return what was checked and waits to be sent."""
    if state.prepared is None:
        raise Refused(
            _NOT_RECORDED,
            Text("Er ligt geen nagekeken melding klaar.", "No checked notification is ready."),
            Text("Maak de melding eerst klaar.", "Prepare the notification first."),
        )
    return state.prepared


def tell(
    client: ClientState,
    state: NoticeState,
    *,
    notification: str | None,
    person: int,
    standing: str,
    check_on: date | None,
) -> tuple[Event, ...]:
    """Tell the municipality that notified how far it is: one word of a closed list and a day, and nothing else.

    `notification` is where it looks: that with the name, where one came after the first.
    """
    must_be_one_of(standing, words.STANDING, Text("hoe ver het is", "how far it is"))
    if notification is None:
        raise Refused(
            Text("Er is niets verteld.", "Nothing was told."),
            Text(
                "Dit dossier komt niet uit een melding in Baken.",
                "This file does not come from a notification in Baken.",
            ),
            Text("Bel wie de persoon aanmeldde.", "Call who brought the person in."),
        )
    if client.restricted or client.erasing:
        raise Refused(
            Text("Er is niets verteld.", "Nothing was told."),
            Text(
                "Dit dossier wordt alleen nog bewaard, of gaat weg.",
                "This file is only stored any more, or is to go.",
            ),
            Text("Vertel nu niets. Vraag de privacy officer.", "Tell nothing now. Ask the privacy officer."),
        )
    shown = None if standing == "finished" else check_on
    seen = state.seen_by(notification)
    if seen is not None and (seen.standing, seen.check_on) == (standing, shown):
        raise Refused(
            Text("Er is niets verteld.", "Nothing was told."),
            Text("De gemeente ziet dit al.", "The municipality sees this already."),
            Text("U hoeft niets te doen.", "There is nothing to do."),
        )
    return (past.SenderTold(notification, person, standing, shown.isoformat() if shown else None),)
