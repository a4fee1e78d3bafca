"""What a case knows, what happened in it and what must follow, in the words of a reader."""

import re
from collections.abc import Iterator, Mapping

from baken.core.derive.cases import Wanted
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.clauses import AND, is_one_of, joined
from baken.core.vocabulary.facts import Value, is_known
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import FACT, STAGE, said

STATUS = {
    "done": Text("gedaan", "done"),
    "due": Text("nu te doen", "to be done now"),
    "overdue": Text("te laat", "overdue"),
    "waiting": Text("moet wachten", "must wait"),
    "optional": Text("mag", "possible"),
    "not_needed": Text("niet nodig", "not needed"),
    "cannot_tell": Text("nog niet te zeggen", "cannot be said yet"),
    "required": Text("verplicht", "required"),
    "suggested": Text("aangeraden", "suggested"),
    "none": Text("geen overdracht", "no hand-over"),
    "held": Text("moet wachten", "must wait"),
    "override": Text("mag meteen, met een reden", "may go at once, with a reason"),
    "free": Text("hoeft niet te wachten", "need not wait"),
}
_ID = re.compile(r"[a-z]+(?:_[a-z]+)*")
_NOBODY = Text("niemand", "nobody")


def facts(facts: Mapping[str, Value], claimed: bool = False) -> Iterator[Text]:
    """Yield each fact as a clause."""
    for fact, value in facts.items():
        if not value:
            continue
        if not is_known(fact, value) or isinstance(value, str):
            words = is_one_of(fact, [str(value)])
        else:
            words = joined([is_one_of(fact, [one]) for one in sorted(value)], AND)
        if claimed:
            words = Text("de melder zegt dat {what}", "the reporter says that {what}").format(what=words)
        yield words


def happened(one: Happened, bundle: Bundle) -> Text:
    """Return one event of the history in words."""
    words = EVENT_WORDS[one.event]
    about: Text | None = None
    if one.assessment is not None:
        about = said("assessment", one.assessment)
    elif one.fact is not None and one.value is not None:
        about = Text("{fact}: {value}", "{fact}: {value}").format(
            fact=FACT[one.fact], value=said(one.fact, one.value)
        )
    elif one.partner or one.table:
        about = bundle.name_of(one.partner or one.table or "")
    elif one.source and one.source in bundle.sources:
        about = bundle.sources[one.source].name
    if about is not None:
        words = Text("{words} ({about})", "{words} ({about})").format(words=words, about=about)
    return (
        Text("{words}, met een reden", "{words}, with a reason").format(words=words)
        if one.reasoned
        else words
    )


def expected(wanted: Wanted, bundle: Bundle, names: Mapping[str, Text]) -> Iterator[Text]:
    """Yield what must follow, a line each."""
    for strength, exactly in (("required", wanted.required), ("suggested", wanted.suggested)):
        if exactly is not None:
            who = joined([bundle.name_of(one) for one in exactly], AND) if exactly else _NOBODY
            line = Text("{strength} door te geven aan: {who}", "to be told ({strength}): {who}")
            yield line.format(strength=STATUS[strength], who=who)
    for partner, want in wanted.referrals.items():
        parts = [STATUS[want.strength]] if want.strength else []
        if want.held is not None:
            parts.append(STATUS["held" if want.held else "free"])
        if want.done is not None:
            parts.append(STATUS["done"] if want.done else Text("nog niet gedaan", "not done yet"))
        yield _colon(bundle.name_of(partner), joined(parts, AND))
    for target, word in wanted.holds.items():
        yield _colon(bundle.name_of(target), STATUS[word])
    for step, status in wanted.steps.items():
        yield _colon(names.get(step, Text(step, step)), STATUS[status])
    owed = wanted.owed
    if owed.exactly is not None:
        yield _colon(Text("Nog te doen is precies", "Still owed is exactly"), _listed(owed.exactly, names))
    if owed.includes:
        yield _colon(Text("Nog te doen is ook", "Still owed is also"), _listed(owed.includes, names))
    if owed.excludes:
        yield _colon(Text("Niet meer te doen", "No longer owed"), _listed(owed.excludes, names))
    if wanted.stage is not None:
        yield _colon(Text("Stand", "Stage"), STAGE[wanted.stage])


def _colon(term: Text, value: Text) -> Text:
    return Text("{term}: {value}", "{term}: {value}").format(term=_without_stop(term), value=value)


def _without_stop(text: Text) -> Text:
    return Text(text.nl.rstrip("."), text.en.rstrip("."))


def _listed(ids: tuple[str, ...], names: Mapping[str, Text]) -> Text:
    """Return steps, or steps with the partner they are about, by name."""
    if not ids:
        return Text("niets", "nothing")
    said_: list[Text] = []
    for one in ids:
        parts = [_without_stop(names.get(part, Text(part, part))) for part in one.split("/")]
        said_.append(Text(" – ".join(p.nl for p in parts), " – ".join(p.en for p in parts)))
    return Text("; ".join(one.nl for one in said_), "; ".join(one.en for one in said_))


def names(bundle: Bundle) -> dict[str, Text]:
    """Return how the ids in an outcome are called."""
    asked = (*((one.id, one.text) for one in bundle.steps), *((one.id, one.text) for one in bundle.questions))
    advised = ((one.id, one.text) for one in bundle.advice)
    named = {one: _without_stop(bundle.texts[text]) for one, text in (*asked, *advised)}
    return {**STATUS, **{one: bundle.name_of(one) for one in (*bundle.partners, *bundle.tables)}, **named}


def plain(difference: Text, names: Mapping[str, Text]) -> Text:
    """Put names where the difference has ids."""
    return Text(
        _ID.sub(lambda word: names[word[0]].nl if word[0] in names else word[0], difference.nl),
        _ID.sub(lambda word: names[word[0]].en if word[0] in names else word[0], difference.en),
    )
