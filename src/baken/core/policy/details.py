"""Whether an event of a policy can happen as it is written: about a partner, a table, a source or a fact."""

from collections.abc import Iterator, Mapping

from baken.core.policy.errors import PolicyError
from baken.core.policy.items import Item
from baken.core.policy.models import EventMatch
from baken.core.vocabulary.happenings import ABOUT_PARTNER, ABOUT_SOURCE, ABOUT_TABLE
from baken.core.vocabulary.text import Text

ONLY_FOR: Mapping[str, frozenset[str]] = {
    "partner": ABOUT_PARTNER,
    "table": ABOUT_TABLE,
    "source": ABOUT_SOURCE,
    "fact": frozenset({"fact.established"}),
}
_EACH: Mapping[str, frozenset[str]] = {
    "required_referral": frozenset({"signal.referred"}),
    "referral": ABOUT_PARTNER - {"signal.referred"},
}
_WHERE = (("steps", "completes"), ("advice", "done_by"), ("referrals", "met_also_by"), ("holds", "until"))


def misplaced_details(sections: Mapping[str, list[Item]]) -> Iterator[PolicyError]:
    """Yield every event that is said to be about something it is never about."""
    for item in sections["steps"]:
        if item.element.once == "fact.established":
            yield from _unproven(item, "once", EventMatch(event="fact.established"))
    for section, key in _WHERE:
        for item in sections[section]:
            value = getattr(item.element, key)
            for match in (value,) if isinstance(value, EventMatch) else value:
                yield from _details(item, key, match)
                yield from _unproven(item, key, match)
                if match.each is not None and (section != "steps" or match.event not in _EACH[match.each]):
                    yield _wrong_each(item, key, match.each)


def _details(item: Item, key: str, match: EventMatch) -> Iterator[PolicyError]:
    for detail, events in ONLY_FOR.items():
        if getattr(match, detail) is not None and match.event not in events:
            yield item.wrong(
                (key,),
                Text(
                    f"`{match.event}` gaat niet over een `{detail}`.",
                    f"`{match.event}` is not about a `{detail}`.",
                ),
                Text("Zo'n gebeurtenis komt dus nooit voor.", "So such an event never happens."),
                Text(
                    f"Haal `{detail}:` weg, of noem een andere gebeurtenis.",
                    f"Remove `{detail}:` or name another event.",
                ),
            )


def _unproven(item: Item, key: str, match: EventMatch) -> Iterator[PolicyError]:
    """That a fact was established counts as that fact, so that the proof tries it: at a step, and named."""
    if key == "done_by":
        return  # Advice obliges nobody, so nothing depends on when it ends.
    bare = match.event == "fact.established" and (match.fact is None or key != "completes")
    if bare or "fact.established" in match.after_last:
        yield item.wrong(
            (key,),
            Text(
                "Dat een feit is vastgesteld, kan hier niets afronden of opheffen.",
                "That a fact was established can complete or lift nothing here.",
            ),
            Text(
                "Er wordt altijd wel een feit vastgesteld; dan zou dit vanzelf zijn gedaan.",
                "Some fact is always established; this would then be done by itself.",
            ),
            Text(
                "Noem bij een stap het feit (`fact:`), of zet de voorwaarde in `when:`.",
                "Name the fact at a step (`fact:`), or put the condition into `when:`.",
            ),
        )


def _wrong_each(item: Item, key: str, each: str) -> PolicyError:
    return item.wrong(
        (key,),
        Text(f"`each: {each}` kan hier niet.", f"`each: {each}` is not possible here."),
        Text(
            "Dat hoort in een stap, bij `signal.referred` (required_referral) of bij vragen en antwoorden (referral).",
            "It goes in a step, with `signal.referred` (required_referral) or with asking and answering (referral).",
        ),
        Text("Haal `each` weg.", "Remove `each`."),
    )
