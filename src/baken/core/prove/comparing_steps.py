"""Steps, questions and advice: whether they are asked, of whom, after what, within what term, and until what."""

from collections.abc import Callable, Iterator
from typing import Literal

from baken.core.derive.compiled import AdviceRule, Match, QuestionRule, StepRule
from baken.core.policy.said import term
from baken.core.prove.comparing_parts import (
    Part,
    Seen,
    Side,
    actor_words,
    brief,
    finished,
    whole,
)
from baken.core.prove.comparing_worlds import World
from baken.core.prove.differences import Group
from baken.core.vocabulary.facts import DEFAULTS
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.moments import Duration
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import FACT

Rule = StepRule | QuestionRule | AdviceRule
Section = Literal["steps", "questions", "advice"]
_RANK = ("required", "optional", "asked", "given", "cannot_tell", "no")
_FIRST = {
    "required": Text("vraagt {a} van {actor}: “{text}”", "{a} asks of {actor}: “{text}”"),
    "optional": Text("mag {actor} in {a} dit doen: “{text}”", "{actor} may do this in {a}: “{text}”"),
    "asked": Text("moet {actor} in {a} vaststellen: “{text}”", "{actor} must establish in {a}: “{text}”"),
    "given": Text("geeft {a} dit advies aan {actor}: “{text}”", "{a} gives this advice to {actor}: “{text}”"),
    "cannot_tell": Text(
        "is in {a} nog niet te zeggen of dit moet: “{text}”",
        "it cannot be said yet in {a} whether this is asked: “{text}”",
    ),
}
_SECOND = {
    "required": Text("in {b} moet dat", "in {b} that is required"),
    "optional": Text("in {b} mag dat, maar het hoeft niet", "in {b} that is allowed, not required"),
    "cannot_tell": Text("in {b} is dat nog niet te zeggen", "in {b} that cannot be said yet"),
    "no": Text("{b} vraagt dat niet", "{b} does not ask that"),
}
_NO_ADVICE = Text("{b} geeft dat advies niet", "{b} does not give that advice")
_WHOLE = Text("{opening} {first}; {second}.", "{opening} {first}; {second}.")


def rules_of(side: Side, section: Section) -> dict[str, Rule]:
    """Return the rules of a list by id."""
    rules: tuple[Rule, ...] = getattr(side.route, section)
    return {rule.id: rule for rule in rules}


def parts(old: Side, new: Side) -> Iterator[Part]:
    """Yield everything of steps, questions and advice in which the policies can differ."""
    sections: tuple[tuple[Section, Group], ...] = (
        ("steps", "route"),
        ("questions", "ask"),
        ("advice", "ask"),
    )
    for section, group in sections:
        rules = {**rules_of(new, section), **rules_of(old, section)}
        for name in (*rules_of(old, section), *(one for one in rules if one not in rules_of(old, section))):
            yield _whether(section, group, name, old, new)
            if name in rules_of(old, section) and name in rules_of(new, section):
                yield from _how(section, group, name)


def _whether(section: Section, group: Group, name: str, old: Side, new: Side) -> Part:
    rules = [rule for side in (old, new) if (rule := rules_of(side, section).get(name)) is not None]
    facts = tuple({rule.fact: None for rule in rules if isinstance(rule, QuestionRule)})

    def see(side: Side, world: World) -> Seen:
        rule = rules_of(side, section).get(name)
        return "no" if rule is None else _status(rule, world)

    def tell(opening: Text, one: Side, before: Seen, other: Side, after: Seen) -> Text:
        if _RANK.index(str(after)) < _RANK.index(str(before)):
            one, before, other, after = other, after, one, before
        rule = rules_of(one, section)[name]
        text = whole(rule.text) if section == "advice" else brief(rule.text)
        first = _FIRST[str(before)].format(a=one.label, actor=actor_words(rule.actor), text=text)
        lacking = _NO_ADVICE if section == "advice" else _SECOND[str(after)]
        return _WHOLE.format(opening=opening, first=first, second=lacking.format(b=other.label))

    def matters(before: Seen, after: Seen, world: World) -> bool:
        return not facts or any(world[fact] == DEFAULTS[fact] for fact in facts)

    return Part(
        key=f"{section}.{name}",
        group=group,
        see=see,
        source=_source(section, name),
        tell=tell,
        conditions=tuple(rule.when.condition for rule in rules),
        also=facts,
        matters=matters,
    )


def _status(rule: Rule, world: World) -> str:
    truth = rule.when.test(world)
    if isinstance(rule, AdviceRule):
        return "given" if truth is True else "no"
    if isinstance(rule, QuestionRule):
        # What an unknown fact decides is asked all the same; what is known needs no question.
        return "no" if truth is False or world[rule.fact] != DEFAULTS[rule.fact] else "asked"
    if truth is None:
        return "cannot_tell"
    # Handing over obliges as its rules say, whatever the step itself says.
    optional = rule.optional and rule.each != "required_referral"
    return "no" if truth is False else "optional" if optional else "required"


def _source(section: Section, name: str) -> Callable[[Side, World], Text | None]:
    def source(side: Side, world: World) -> Text | None:
        rule = rules_of(side, section).get(name)
        return rule.says_who if rule is not None else None

    return source


def _how(section: Section, group: Group, name: str) -> Iterator[Part]:
    for word, see, words in _ASPECTS[section]:
        yield Part(
            key=f"{section}.{name}.{word}",
            group=group,
            see=lambda side, world, see=see: see(rules_of(side, section)[name], side),  # type: ignore[misc]
            source=_source(section, name),
            tell=_telling(section, name, words),
        )


Words = Callable[[Seen, Side], Text]


def _telling(section: Section, name: str, words: tuple[Text, Words]) -> Callable[..., Text]:
    frame, said = words

    def tell(opening: Text, one: Side, before: Seen, other: Side, after: Seen) -> Text:
        rule = rules_of(one, section)[name]
        return frame.format(
            text=brief(rule.text), a=one.label, x=said(before, one), b=other.label, y=said(after, other)
        )

    return tell


def _actor(rule: Rule, side: Side) -> Seen:
    return rule.actor


def _term(rule: Rule, side: Side) -> Seen:
    return None if isinstance(rule, AdviceRule) else rule.within


def _done(rule: Rule, side: Side) -> Seen:
    if isinstance(rule, StepRule) and rule.each is None:
        return frozenset(rule.matches)
    return getattr(rule, "matches", None) or getattr(rule, "done_by", ())


def _advice_done(rule: Rule, side: Side) -> Seen:
    return frozenset(rule.done_by) if isinstance(rule, AdviceRule) else None


def _after(rule: Rule, side: Side) -> Seen:
    if not isinstance(rule, StepRule):
        return None
    there = rules_of(side, "steps")
    return frozenset(
        (name, None if rule.only_sources and _weighs(there[name]) else outcome)
        for name, outcome in rule.after
        if name in there
    )


def _weighs(rule: Rule) -> bool:
    """Return whether this is the weighing; a search stops there whether or not the policy says so again (V12)."""
    return isinstance(rule, StepRule) and all(one.event == "enrichment.weighed" for one in rule.matches)


def _once(rule: Rule, side: Side) -> Seen:
    return rule.once if isinstance(rule, StepRule) else None


def _fact(rule: Rule, side: Side) -> Seen:
    return rule.fact if isinstance(rule, QuestionRule) else None


def _say_actor(seen: Seen, side: Side) -> Text:
    return actor_words(str(seen))


def _say_term(seen: Seen, side: Side) -> Text:
    if not isinstance(seen, Duration):
        return Text("geen termijn", "no term")
    return term(seen)


def _say_done(seen: Seen, side: Side) -> Text:
    matches = (
        frozenset(one for one in seen if isinstance(one, Match))
        if isinstance(seen, (frozenset, tuple))
        else ()
    )
    return finished(frozenset(matches), side)


def _say_after(seen: Seen, side: Side) -> Text:
    if not isinstance(seen, frozenset) or not seen:
        return Text("op niets", "nothing")
    steps = rules_of(side, "steps")
    said = []
    for name, outcome in sorted(seen, key=str):
        words = brief(steps[name].text)
        only = Text("", "")
        if outcome is not None:
            only = (
                Text(" (alleen bij “ja”)", " (only on “yes”)")
                if outcome == "proceed"
                else Text(f" ({outcome})", f" ({outcome})")
            )
        said.append(Text(f"“{words.nl}”{only.nl}", f"“{words.en}”{only.en}"))
    return Text("op " + " en ".join(one.nl for one in said), " and ".join(one.en for one in said))


def _say_once(seen: Seen, side: Side) -> Text:
    if seen is None:
        return Text("altijd", "always")
    event = EVENT_WORDS[str(seen)]
    return Text(f"pas als {event.nl}", f"only when {event.en}")


_ACTOR = (
    "actor",
    _actor,
    (
        Text("“{text}” doet in {a} {x}, in {b} {y}.", "“{text}” is done in {a} by {x}, in {b} by {y}."),
        _say_actor,
    ),
)
_WITHIN = (
    "within",
    _term,
    (
        Text(
            "De termijn voor “{text}” is in {a}: {x}; in {b}: {y}.",
            "The term for “{text}” is in {a}: {x}; in {b}: {y}.",
        ),
        _say_term,
    ),
)
_DONE_WORDS = Text(
    "“{text}” is in {a} klaar als {x}; in {b} als {y}.", "“{text}” is done in {a} when {x}; in {b} when {y}."
)
_ASPECTS: dict[Section, tuple[tuple[str, Callable[[Rule, Side], Seen], tuple[Text, Words]], ...]] = {
    "steps": (
        _ACTOR,
        (
            "after",
            _after,
            (
                Text(
                    "“{text}” wacht in {a} {x}; in {b} {y}.", "“{text}” waits in {a} for {x}; in {b} for {y}."
                ),
                _say_after,
            ),
        ),
        _WITHIN,
        ("completes", _done, (_DONE_WORDS, _say_done)),
        (
            "once",
            _once,
            (
                Text("“{text}” geldt in {a} {x}; in {b} {y}.", "“{text}” counts in {a} {x}; in {b} {y}."),
                _say_once,
            ),
        ),
    ),
    "questions": (
        _ACTOR,
        _WITHIN,
        (
            "fact",
            _fact,
            (
                Text(
                    "De vraag “{text}” gaat in {a} over {x}; in {b} over {y}.",
                    "The question “{text}” is about {x} in {a}; about {y} in {b}.",
                ),
                lambda seen, side: FACT[str(seen)],
            ),
        ),
    ),
    "advice": (_ACTOR, ("done_by", _advice_done, (_DONE_WORDS, _say_done))),
}
