"""Whether everything that is kept has one term: each kind of data, and a signal however it ends (V21)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from baken.core.policy.errors import PolicyError
from baken.core.policy.items import Item
from baken.core.policy.parse import PolicyFolder
from baken.core.policy.retention import ENDS, RetentionTerm
from baken.core.vocabulary.retention import CLOSED, FIGURES, READ_LOG, STARTS_OF, SUBJECTS, THEN_OF
from baken.core.vocabulary.spans import Span, after
from baken.core.vocabulary.text import Text

LEAST_LOG = Span(2, "years")
_SOME_DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)


def unkept(folder: PolicyFolder, sections: Mapping[str, list[Item]]) -> Iterator[PolicyError]:
    """Yield every kind of data without a term or with two, and every term that says nothing or contradicts itself."""
    items = sections["retention"]
    takes_reports = any(item.element.id == "intake" for item in sections["uses"])
    if not items and not takes_reports:
        return  # a sketch of a route, through which nothing can be stored
    for item in items:
        yield from _by_itself(item)
    yield from _each_subject(folder, items)
    yield from _each_end(folder, items)


def _by_itself(item: Item) -> Iterator[PolicyError]:
    term: RetentionTerm = item.element
    for key, value, may in (("from", term.from_, STARTS_OF), ("then", term.then, THEN_OF)):
        if value not in may[term.about]:
            listed = ", ".join(f"`{one}`" for one in may[term.about])
            yield item.wrong(
                (key,),
                Text(f"`{value}` past niet bij `{term.about}`.", f"`{value}` does not fit `{term.about}`."),
                Text("Dan is niet te zeggen wat er wanneer gebeurt.", "Then nobody can say what goes when."),
                Text(f"Kies uit: {listed}.", f"Choose from: {listed}."),
            )
    if (term.keep_for is None) != (term.about == FIGURES):
        yield item.wrong(
            ("keep_for",),
            Text("Hier klopt `keep_for` niet.", "`keep_for` is not right here."),
            Text(
                "Alles heeft een termijn, behalve cijfers die naar niemand leiden.",
                "Everything has a term, except figures that lead to nobody.",
            ),
            Text(
                "Zet er bijvoorbeeld `keep_for: {months: 3}`.", "Write for example `keep_for: {months: 3}`."
            ),
        )
    if term.about == READ_LOG and term.keep_for is not None and _shorter(term.keep_for, LEAST_LOG):
        yield item.wrong(
            ("keep_for",),
            Text("Het leesregister blijft te kort.", "The read log is kept too briefly."),
            Text(
                "Misbruik valt soms pas laat op. Twee jaar is het minste.",
                "Misuse is sometimes noticed late. Two years is the least.",
            ),
            Text("Schrijf `{years: 2}` of meer.", "Write `{years: 2}` or more."),
        )
    for key, there, wanted in (
        ("ends", bool(term.ends), term.about == CLOSED),
        ("at_most", term.at_most is not None, term.about == "reporter"),
    ):
        if there != wanted:
            yield item.wrong(
                (key,),
                Text(
                    f"`{key}` hoort {'er wel' if wanted else 'hier niet'}.",
                    f"`{key}` {'must' if wanted else 'may not'} be here.",
                ),
                Text(f"Dit gaat over `{term.about}`.", f"This is about `{term.about}`."),
                Text(
                    f"{'Voeg toe' if wanted else 'Haal weg'}: `{key}`.",
                    f"{'Add' if wanted else 'Remove'} `{key}`.",
                ),
            )


def _shorter(span: Span, least: Span) -> bool:
    return after(_SOME_DAY, span) < after(_SOME_DAY, least)


def _each_subject(folder: PolicyFolder, items: Sequence[Item]) -> Iterator[PolicyError]:
    for subject, name in SUBJECTS.items():
        found = [item for item in items if item.element.about == subject]
        if not found:
            yield _lacking(
                folder,
                Text(
                    f"Niets zegt hoelang dit blijft: {name.nl}.",
                    f"Nothing says how long this stays: {name.en}.",
                ),
                Text(
                    f"Voeg een onderdeel toe met `about: {subject}`.", f"Add an item with `about: {subject}`."
                ),
            )
        for extra in found[1:] if subject != CLOSED else ():
            yield _double(extra, found[0], Text(f"`{subject}`", f"`{subject}`"))


def _each_end(folder: PolicyFolder, items: Sequence[Item]) -> Iterator[PolicyError]:
    closing = [item for item in items if item.element.about == CLOSED]
    told: set[tuple[str, str]] = set()
    for end in ENDS if closing else ():
        found = [item for item in closing if any(match.fits(end) for match in item.element.ends)]
        handed = "yes" if end.handed_over else "no"
        words = f"outcome: {end.outcome}, assessment: {end.assessment}, handed_over: {handed}"
        if not found and not told:
            told.add(("", ""))
            yield _lacking(
                folder,
                Text(
                    f"Een signaal dat zo eindigt heeft geen termijn: {words}.",
                    f"A signal that ends so has no term: {words}.",
                ),
                Text("Noem dit bij `ends` van één onderdeel.", "Name this at `ends` of one item."),
            )
        for extra in found[1:]:
            pair = (found[0].element.id, extra.element.id)
            if pair not in told:
                told.add(pair)
                yield _double(extra, found[0], Text(words, words))


def _lacking(folder: PolicyFolder, what: Text, do: Text) -> PolicyError:
    why = Text(
        "Alles wat Baken bewaart gaat een keer weg, of blijft met een reden (V21).",
        "Everything that Baken keeps goes one day, or stays with a reason (V21).",
    )
    return PolicyError(f"{folder.name}/retention.yaml", 0, what, why, do)


def _double(extra: Item, first: Item, words: Text) -> PolicyError:
    return extra.wrong(
        ("ends",) if extra.element.about == CLOSED else ("about",),
        Text(f"Hiervoor zijn er twee termijnen: {words.nl}.", f"There are two terms for this: {words.en}."),
        Text(
            f"`{first.element.id}` gaat er ook over. Dan is niet te zeggen welke geldt.",
            f"`{first.element.id}` is about it too. Then nobody can say which one counts.",
        ),
        Text("Haal het bij een van beide weg.", "Take it out of one of them."),
    )
