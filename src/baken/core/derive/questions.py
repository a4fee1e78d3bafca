"""What in the read log deserves a question, by plain rules that anybody may read.

A rule points at what happened, never at a person: there is no score, no ranking and no list of who stands out (V14).
Most of what it finds has a good reason; the question is asked, and the answer is kept in a word.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType
from uuid import UUID
from zoneinfo import ZoneInfo

from baken.core.vocabulary.text import Text

HOUR, WEEK = timedelta(hours=1), timedelta(days=7)
MANY = 25
"""More different signals or files than this in an hour, by one person. Chosen: a work list shows 25."""
UNUSUAL = 10
"""Work at night or in a weekend is unusual where fewer than one in so many of an organisation's entries is. Chosen."""
NIGHT_FROM, NIGHT_TO = 22, 6
GUESSES = 5
"""So many failed tries in the hour before somebody came in are many. Chosen: the next one would be slowed down."""
LOG_IN, LOG_OUT, SESSION_END = "log_in", "log_out", "session_end"
"""What is done at the door itself; the first is also the deed of all three. `NOT_IN`: nobody came in."""
NOT_IN = "not_in"
_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_CONTENT = ("signal.", "envelope.", "referral.", "notification.", "rights.", "incident.", "care.")
_ABOUT_NOBODY = frozenset({"care.offer"})
"""What begins like those and holds nobody's data: who offers help, and how much of it there is."""
_TAKEN = ("export", "print")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the read log, as far as the rules look at it."""

    number: int
    at: datetime
    who: UUID | None
    action: str
    deed: str
    object: UUID | None
    why: tuple[str, ...]
    result: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, and the whole of it in a sentence."""

    name: Text
    sentence: Text


@dataclass(frozen=True, slots=True)
class Question:
    """Something that deserves a question: by which rule, the entry it begins with, and how many it is about."""

    rule: str
    entry: Entry
    times: int = 1


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "emergency": Rule(
            Text("Noodtoegang", "Emergency access"),
            Text(
                "Er is iets bekeken of gedaan met noodtoegang.",
                "Something was looked at or done with emergency access.",
            ),
        ),
        "envelope": Rule(
            Text("Envelop zonder vervolg", "Envelope without anything after it"),
            Text(
                "Een envelop met de naam van een melder is geopend, en binnen een week daarna deed niemand iets aan "
                "dat signaal.",
                "An envelope with a reporter's name was opened, and within a week nobody did anything to that signal.",
            ),
        ),
        "no_work": Rule(
            Text("Bekeken zonder werk", "Looked at without work"),
            Text(
                "Een signaal, melding of cliëntdossier is bekeken terwijl er voor die functie niets te doen stond, en "
                "dezelfde persoon deed er in het uur ervoor en erna niets aan.",
                "A signal, notification or client file was looked at while nothing was owed by that role, and the same "
                "person did nothing to it in the hour before and after.",
            ),
        ),
        "outside": Rule(
            Text("Niet van deze organisatie", "Not of this organisation"),
            Text(
                "Iemand vroeg naar iets dat bij deze organisatie niet bestaat.",
                "Somebody asked for something that does not exist in this organisation.",
            ),
        ),
        "refused": Rule(
            Text("Geweigerd", "Refused"),
            Text(
                "Iemand wilde iets openen of doen waar de rol geen recht op geeft.",
                "Somebody wanted to open or do something to which the role gives no right.",
            ),
        ),
        "many": Rule(
            Text("Veel achter elkaar bekeken", "Many looked at in a row"),
            Text(
                "Eén persoon bekeek meer dan 25 verschillende signalen, meldingen of cliëntdossiers binnen een uur.",
                "One person looked at more than 25 different signals, notifications or client files within an hour.",
            ),
        ),
        "taken": Rule(
            Text("Meegenomen buiten het werk", "Taken away outside work"),
            Text(
                "Iets over mensen is afgedrukt of uitgevoerd terwijl er niets te doen stond, of ’s nachts of in het "
                "weekend.",
                "Something about people was printed or exported while nothing was owed, or at night or in the weekend.",
            ),
        ),
        "guessed": Rule(
            Text("Binnen na veel mislukte pogingen", "In after many failed tries"),
            Text(
                "Iemand kwam binnen nadat inloggen op dezelfde naam in het uur ervoor vijf keer of vaker mislukte.",
                "Somebody came in after logging in under the same name failed five times or more in the hour before.",
            ),
        ),
        "off_hours": Rule(
            Text("’s Nachts of in het weekend", "At night or in the weekend"),
            Text(
                "Er is iets over mensen bekeken tussen 22.00 en 6.00 uur of in het weekend, in een organisatie waar in "
                "de acht weken ervoor minder dan één op de tien keer op zo’n tijd was.",
                "Something about people was looked at between 22:00 and 6:00 or in the weekend, in an organisation "
                "where in the eight weeks before fewer than one in ten times was at such an hour.",
            ),
        ),
    }
)


def questions(
    entries: Sequence[Entry], *, own: Collection[UUID], off_hours_usual: bool, now: datetime
) -> list[Question]:
    """Return what deserves a question, oldest first. `own` is what exists in this organisation.

    The entries are of one organisation; give a week more than is looked at, for what came after.
    """
    ordered = sorted(entries, key=lambda one: (one.at, one.number))
    busy = _done(ordered)
    found = [
        *_by_themselves(ordered, own, off_hours_usual),
        *_without_work(ordered, busy),
        *_envelopes(ordered, busy, now),
        *_many(ordered),
        *_guessed(ordered),
    ]
    return sorted(found, key=lambda one: (one.entry.at, one.entry.number, one.rule))


def off_hours(moment: datetime) -> bool:
    """Whether it was night or weekend in the Netherlands."""
    local = moment.astimezone(_AMSTERDAM)
    return local.weekday() >= 5 or local.hour >= NIGHT_FROM or local.hour < NIGHT_TO


def about_people(action: str) -> bool:
    """Whether an action is about what people told, or about whom they told it."""
    return action.startswith(_CONTENT) and action not in _ABOUT_NOBODY


def _by_themselves(
    ordered: Sequence[Entry], own: Collection[UUID], off_hours_usual: bool
) -> Iterator[Question]:
    return _daily((rule, one) for one in ordered for rule in _alone(one, own, off_hours_usual))


def _daily(found: Iterable[tuple[str, Entry]]) -> Iterator[Question]:
    """Tell what happened again on the same day once: by the same person, to the same thing."""
    groups: dict[tuple[str, UUID | None, UUID | None, date], list[Entry]] = defaultdict(list)
    for rule, one in found:
        groups[rule, one.who, one.object, one.at.astimezone(_AMSTERDAM).date()].append(one)
    for (named, _who, _what, _day), group in groups.items():
        yield Question(named, group[0], len(group))


def _alone(one: Entry, own: Collection[UUID], off_hours_usual: bool) -> Iterator[str]:
    """The rules that look at one entry by itself."""
    if "emergency" in one.why:
        yield "emergency"
    if one.result == "refused":
        yield "refused"
    if one.result == "not_found" and one.object is not None and one.object not in own:
        yield "outside"
    if not _shown(one) or not about_people(one.action):
        return
    late = off_hours(one.at)
    if one.deed in _TAKEN and (late or not one.why):
        yield "taken"
    elif late and not off_hours_usual:
        yield "off_hours"


def _without_work(ordered: Sequence[Entry], busy: Mapping[UUID, list[Entry]]) -> Iterator[Question]:
    idle = (
        one
        for one in ordered
        if _shown(one) and one.deed == "view" and about_people(one.action) and not one.why
    )
    return _daily(
        ("no_work", one) for one in idle if one.object is not None and not _did_something(one, busy)
    )


def _did_something(one: Entry, busy: Mapping[UUID, list[Entry]]) -> bool:
    assert one.object is not None
    return any(done.who == one.who and abs(done.at - one.at) <= HOUR for done in busy.get(one.object, ()))


def _envelopes(
    ordered: Sequence[Entry], busy: Mapping[UUID, list[Entry]], now: datetime
) -> Iterator[Question]:
    for one in ordered:
        if one.object is None or not any(word.startswith("envelope:") for word in one.why):
            continue
        after = any(one.at < done.at <= one.at + WEEK for done in busy.get(one.object, ()))
        if not after and now > one.at + WEEK:
            yield Question("envelope", one)


def _many(ordered: Sequence[Entry]) -> Iterator[Question]:
    """A burst is told once: from its first entry until an hour without."""
    windows: dict[UUID, list[Entry]] = defaultdict(list)
    told: dict[UUID, datetime] = {}
    for one in ordered:
        if one.who is None or one.object is None or not _shown(one) or not about_people(one.action):
            continue
        window = [each for each in windows[one.who] if one.at - each.at < HOUR] + [one]
        windows[one.who] = window
        different = len({each.object for each in window})
        if different > MANY:
            if one.who not in told or one.at - told[one.who] >= HOUR:
                yield Question("many", window[0], different)
            told[one.who] = one.at


def _guessed(ordered: Sequence[Entry]) -> Iterator[Question]:
    """Tries that failed since the last time they came in, each told once."""
    failed: dict[UUID, list[Entry]] = defaultdict(list)
    for one in ordered:
        if one.who is None or one.action != LOG_IN:
            continue
        if one.result == NOT_IN:
            failed[one.who].append(one)
            continue
        recent = [each for each in failed.pop(one.who, []) if one.at - each.at <= HOUR]
        if len(recent) >= GUESSES:
            yield Question("guessed", one, len(recent))


def _done(ordered: Sequence[Entry]) -> Mapping[UUID, list[Entry]]:
    """What was changed or shared, by thing. Opening an envelope is no answer to itself."""
    found: dict[UUID, list[Entry]] = defaultdict(list)
    for one in ordered:
        changed = one.deed in ("change", "share") and one.result == "done"
        if changed and one.object is not None and one.action != "envelope.open":
            found[one.object].append(one)
    return found


def _shown(one: Entry) -> bool:
    return one.result == "shown" and one.who is not None
