"""Who must or may be told, and why; and what was handed over, asked, answered and told on (ROUTE-17)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from baken.core.derive.signal import Referral
from baken.core.vocabulary import care_notice
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import FACT
from baken.ledger.signals import SignalFile
from baken.route.queries.ways import way
from baken.route.queries.words import telling
from baken.web import sources
from baken.web.parts import Line, Link, Words
from baken.web.templatetags.baken import civil

STRENGTH: Mapping[str, Text] = {
    "required": Text("moet volgens het beleid", "required by the policy"),
    "suggested": Text("mag, het is een suggestie", "may be done, it is a suggestion"),
}

CLAIMED = Text("mag, als klopt wat de melder denkt", "may be done, if what the reporter thinks is right")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A partner that the policy names for this signal, and why. People decide (PART-22, V18)."""

    partner: Text
    strength: Text
    because: Sequence[Words]
    source: Words
    held: Sequence[Words]
    needs_reason: bool
    href: str
    action: Text


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact that nobody established yet, and who would have to know if it were so."""

    fact: Text
    partners: Sequence[Text]
    href: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One hand-over and what came back."""

    partner: Text
    lines: Sequence[Line]
    links: Sequence[Link]


def suggestions(file: SignalFile, may_handle: bool) -> list[Suggestion]:
    """Return who must or may still be told."""
    open_for_it = may_handle and file.state.received and not file.state.closed
    found = []
    for referral in file.route.referrals:
        if referral.done:
            continue
        to_table = referral.partner in file.bundle.tables and referral.partner not in file.bundle.partners
        there = (
            way(file.id, "signal.tabled", table=referral.partner)
            if to_table
            else way(file.id, "signal.referred", partner=referral.partner)
        )
        found.append(
            Suggestion(
                partner=referral.name,
                strength=CLAIMED if referral.claimed else STRENGTH[referral.strength],
                because=telling(referral.because),
                source=sources.titled(file.bundle, referral.source),
                held=referral.held_because,
                needs_reason=referral.needs_reason,
                href=there.href if open_for_it and not referral.held else "",
                action=there.action,
            )
        )
    return found


def unknowns(file: SignalFile, may_handle: bool) -> list[Unknown]:
    """Return which unknown facts decide about whom; where facts are unknown and a rule needs them, ask."""
    named = {one.partner for one in file.route.referrals}
    found: dict[str, list[Text]] = {}
    for one in file.route.cannot_tell:
        if one.partner and one.partner not in named:
            for fact in one.missing:
                partners = found.setdefault(fact, [])
                if (name := file.bundle.name_of(one.partner)) not in partners:
                    partners.append(name)
    open_for_it = may_handle and file.state.received and not file.state.closed
    return [
        Unknown(FACT[fact], partners, way(file.id, "fact.established", fact=fact).href if open_for_it else "")
        for fact, partners in found.items()
    ]


def handed_over(
    file: SignalFile, words: Mapping[str, Mapping[str, Any]], may_handle: bool
) -> list[HandedOver]:
    """Return every hand-over, newest first."""
    return [
        HandedOver(
            partner=file.bundle_of("signal.referred", referral=one.id).name_of(one.partner),
            lines=_lines(one, words),
            links=_links(file, one) if may_handle else (),
        )
        for one in sorted(file.state.referrals.values(), key=lambda one: one.at, reverse=True)
    ]


def _lines(one: Referral, words: Mapping[str, Mapping[str, Any]]) -> list[Line]:
    named = Text("met gegevens", "with details") if one.named else Text("zonder namen", "without names")
    lines = [Line(Text("Overgedragen", "Handed over"), one.at), Line(Text("Wat", "What"), named)]
    if one.delivery == "document":
        lines.append(
            Line(Text("Verzonden", "Sent"), one.sent_at or Text("nog niet vastgelegd", "not recorded yet"))
        )
    lines.append(Line(Text("Gevraagd om terugkoppeling", "Asked for feedback"), one.asked_at or _not_yet()))
    for answer in one.answers:
        said: list[Words] = [care_notice.told(answer.outcome, answer.person)]
        if answer.check_on:
            said.append(Text("volgende controle {on}", "next check {on}").format(on=civil(answer.check_on)))
        if answer.note:
            said.append(words[answer.note]["text"])
        if answer.apart:
            said.append(
                Text("apart gehouden: het gaat niet verder (WGS)", "kept apart: it goes no further (WGS)")
            )
        lines.append(Line(Text("Antwoord", "Answer"), [answer.at, *said]))
    if one.answers:
        lines.append(Line(Text("Verteld aan de melder", "Told to the reporter"), one.told_at or _not_yet()))
    else:
        lines.append(Line(Text("Antwoord", "Answer"), _not_yet()))
    return lines


def _not_yet() -> Text:
    return Text("nog niet", "not yet")


def _links(file: SignalFile, one: Referral) -> list[Link]:
    names = ["referral.sent"] if not one.arrived else ["partner.asked", "partner.answered"]
    ways = [way(file.id, name, referral=one.id) for name in names]
    return [Link(found.href, found.action) for found in ways if found.href]
