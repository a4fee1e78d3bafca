"""How a signal that breaks a promise is said: what is established, what happened, and what then goes wrong."""

from collections.abc import Mapping, Sequence

from baken.core.vocabulary.clauses import AND, joined
from baken.core.vocabulary.facts import DEFAULTS, Value
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import VALUE

_WITH: Mapping[tuple[str, str], Text] = {
    ("urgency", "acute"): Text("acuut gevaar", "acute danger"),
    ("urgency", "not_acute"): Text("het oordeel dat het niet acuut is", "the finding that it is not acute"),
    ("hardness", "hard"): Text("concrete aanwijzingen (hard)", "concrete indications (hard)"),
    ("hardness", "soft"): Text(
        "nog geen concrete aanwijzingen (zacht)", "no concrete indications yet (soft)"
    ),
    ("age", "minor"): Text("een minderjarig vermoedelijk slachtoffer", "a presumed victim who is a minor"),
    ("age", "adult"): Text("een volwassen vermoedelijk slachtoffer", "a presumed victim who is an adult"),
    ("residence", "lawful"): Text(
        "een slachtoffer met rechtmatig verblijf", "a victim with lawful residence"
    ),
    ("residence", "unlawful"): Text(
        "een slachtoffer zonder rechtmatig verblijf", "a victim without lawful residence"
    ),
    ("residence", "asylum"): Text("een slachtoffer dat asiel vraagt", "a victim who asks for asylum"),
    ("unaccompanied_minor", "yes"): Text(
        "een minderjarige die alleen in Nederland is", "a minor who is alone in the Netherlands"
    ),
    ("unaccompanied_minor", "no"): Text(
        "niemand die minderjarig en alleen in Nederland is", "nobody who is a minor and alone"
    ),
    ("reporter_named", "yes"): Text("een melder met naam", "a reporter with a name"),
}
_JUDGED = Text("de beoordeling “{value}”", "the assessment “{value}”")
_REPORTED_BY = Text("als melder een {value}", "as reporter a {value}")
_ESTABLISHED = Text("vastgestelde {value}", "established {value}")
_BESIDE = Text("daarbij {value}", "besides {value}")
_DESTINED = Text("als bestemming {who}", "as destination {who}")
_CLAIMED = Text("volgens de melder {what}", "according to the reporter {what}")
_A_SIGNAL = Text("Een signaal", "A signal")
_NOTHING_SAID = Text(" waarvan nog niets vaststaat", " of which nothing is established yet")
_NOTHING_DONE = Text("zonder dat er verder iets is gebeurd", "with nothing else done")
_AFTER = Text("waarna achtereenvolgens: {deeds}", "after which in turn: {deeds}")
_AFTER_ONE = Text("waarna {deeds}", "after which {deeds}")
_ORDERED = ("reporter.informed", "partner.answered", "signal.closed", "signal.reopened")
_ABOUT = Text("{event} ({what})", "{event} ({what})")
_OUTCOMES: Mapping[tuple[str, str], Text] = {
    ("enrichment.weighed", "proceed"): Text("het mag", "it may"),
    ("enrichment.weighed", "stop"): Text("het mag niet", "it may not"),
    ("source.consulted", "hit"): Text("gevonden", "found"),
    ("source.consulted", "no_hit"): Text("niets gevonden", "nothing found"),
}


def situation(
    world: Mapping[str, Value],
    claimed: Mapping[str, Value],
    history: Sequence[Happened],
    names: Mapping[str, Text],
    conclusion: Text,
) -> Text:
    """Return the sentence that names a signal, its history, and what is then wrong."""
    # The assessment is said once: with the facts, or between the events where its place among them matters.
    in_order = any(one.event in _ORDERED for one in history)
    said = _facts({fact: value for fact, value in world.items() if fact != "assessment" or not in_order})
    said += [_DESTINED.format(who=names[to]) for to in _destinations(history)]
    said += [_CLAIMED.format(what=one) for one in _facts(claimed)]
    start = _A_SIGNAL
    if said:
        listed = joined(said, AND)
        start = Text(f"{start.nl} met {listed.nl}", f"{start.en} with {listed.en}")
    deeds = [_deed(one, names) for one in history if one.event != "signal.assessed" or in_order]
    if not said and not deeds:
        start = Text(start.nl + _NOTHING_SAID.nl, start.en + _NOTHING_SAID.en)
    happened = _NOTHING_DONE
    if deeds:
        happened = (_AFTER if len(deeds) > 1 else _AFTER_ONE).format(deeds=joined(deeds, AND))
    return Text(f"{start.nl}, {happened.nl}: {conclusion.nl}", f"{start.en}, {happened.en}: {conclusion.en}")


def _destinations(history: Sequence[Happened]) -> list[str]:
    return [one.destination for one in history if one.destination is not None]


def _facts(world: Mapping[str, Value]) -> list[Text]:
    return [
        _phrase(fact, one)
        for fact, value in world.items()
        if value != DEFAULTS[fact]
        for one in (sorted(value) if isinstance(value, frozenset) else (value,))
    ]


def named(fact: str, value: str) -> Text:
    """Return a value as something that can be added: "mensensmokkel", "acuut gevaar"."""
    return _WITH.get((fact, value)) or VALUE[fact][value]


def _phrase(fact: str, value: str) -> Text:
    frame = {
        "exploitation": _ESTABLISHED,
        "related": _BESIDE,
        "assessment": _JUDGED,
        "reporter": _REPORTED_BY,
    }
    if fact in frame:
        return frame[fact].format(value=VALUE[fact][value])
    return named(fact, value)


def _deed(happened: Happened, names: Mapping[str, Text]) -> Text:
    words = EVENT_WORDS[happened.event]
    what = [names.get(one, Text(one, one)) for one in (happened.partner, happened.table) if one]
    if happened.outcome is not None and (happened.event, happened.outcome) in _OUTCOMES:
        what.append(_OUTCOMES[happened.event, happened.outcome])
    if happened.assessment is not None:
        what.append(VALUE["assessment"][happened.assessment])
    return _ABOUT.format(event=words, what=joined(what, AND)) if what else words
