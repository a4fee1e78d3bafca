"""The words and addresses of the pages about putting a policy into use, as templates draw them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from baken.core.derive.adoptions import OrganisationPolicies, Proposal, Withdrawal
from baken.core.policy.errors import PolicyError
from baken.core.prove.differences import Comparison
from baken.core.vocabulary.text import Text
from baken.ledger import reasons
from baken.policy.adopting.evidence import Evidence
from baken.policy.drafting import pages as drafting
from baken.policy.drafting.examining import Outcome
from baken.policy.drafting.pages import State
from baken.policy.drafting.queries import names_of
from baken.policy.models import Draft
from baken.policy.reading import case_words, comparing
from baken.tenancy.scope import current
from baken.web import sources
from baken.web.fields import figure
from baken.web.parts import Happening, Line
from baken.web.templatetags.baken import civil


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake of a draft, with the way to its line in the editor."""

    told: drafting.Wrong
    where: str
    href: str


@dataclass(frozen=True, slots=True)
class Tried:
    """A case as it came out, with the way to where it is written."""

    title: str
    differences: Sequence[Text]
    href: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise as it was tried; `breaks`: the smallest signal that breaks it, in a sentence."""

    id: str
    sentence: Text
    breaks: Text | None
    explored: str
    source: Text


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposal, and what stands in the way of putting it into use."""

    proposal: Proposal
    own: bool
    passed: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """A proposal that was taken back or sent back."""

    at: datetime
    who: str
    sent_back: bool
    from_date: date
    reason: str


def evidence(found: Evidence, draft: Draft, *, mend: bool) -> dict[str, Any]:
    """Return what the part about the evidence shows; `mend`: each thing leads to where it can be mended."""
    outcomes = found.examined.outcomes
    named = case_words.names(found.bundle) if found.bundle else {}
    return {
        "evidence": found,
        "states": _states(found, draft),
        "broken": _promises(found, holds=False),
        "promises_href": drafting.href_of(draft, "properties.yaml") if mend else "",
        "kept": _promises(found, holds=True),
        "compared": _compared(found),
        "mistakes": [_mistake(found, error, draft, mend) for error in found.examined.errors],
        "failing": [_tried(one, draft, mend, named) for one in outcomes if one.differences],
        "passing": [_tried(one, draft, mend, named) for one in outcomes if not one.differences],
    }


def _states(found: Evidence, draft: Draft) -> list[State]:
    states = drafting.states(draft, found.examined)
    if found.proof is None:
        return states
    explored = figure(found.proof.explored)
    if broken := len(found.proof.broken):
        words = ngettext(
            "Van de {all} beloften wordt er {number} niet altijd gehouden.",
            "Van de {all} beloften worden er {number} niet altijd gehouden.",
            broken,
        ).format(number=broken, all=len(found.proof.promises))
        states.append(State("overdue", _("Klopt niet"), words))
    else:
        words = _(
            "Alle {all} beloften worden gehouden, voor elk signaal dat er kan zijn. Uitgewerkt: {explored} situaties."
        ).format(all=len(found.proof.promises), explored=explored)
        states.append(State("done", _("Klopt"), words))
    if found.comparison is None:
        states.append(
            State("optional", _("Nieuw"), _("Er is nog geen beleid in gebruik. Dit wordt het eerste."))
        )
    else:
        states.append(State("optional", _("Verschil"), _differs(found.comparison)))
    return states


def _promises(found: Evidence, *, holds: bool) -> list[Promise]:
    if found.proof is None or found.bundle is None:
        return []
    return [
        Promise(
            one.id,
            one.sentence,
            one.counterexample.sentence if one.counterexample else None,
            figure(one.explored),
            sources.titled(found.bundle, one.source),
        )
        for one in found.proof.promises
        if one.holds is holds
    ]


def _compared(found: Evidence) -> comparing.Compared | None:
    if found.comparison is None or found.replaces is None or found.bundle is None:
        return None
    return comparing.told(found.comparison, found.replaces, found.bundle)


def _differs(found: Comparison) -> str:
    if found.same:
        return _("Er is geen verschil met het beleid dat dan geldt.")
    if not found.steering:
        return _("Wat er met een signaal gebeurt, blijft gelijk. Alleen woorden of bronnen veranderen.")
    words = ngettext(
        "Er is {number} verschil met het beleid dat dan geldt; {steers} verandert wat er met een signaal gebeurt.",
        "Er zijn {number} verschillen met het beleid dat dan geldt; bij {steers} daarvan verandert wat er met een "
        "signaal gebeurt.",
        len(found.differences),
    )
    return words.format(number=len(found.differences), steers=len(found.steering))


def _mistake(found: Evidence, error: PolicyError, draft: Draft, mend: bool) -> Mistake:
    name = found.examined.name_of(error)
    where = name or error.file
    if error.line:
        where = _("{file}, regel {line}").format(file=where, line=error.line)
    anchor = f"#regel-{error.line}" if error.line else ""
    told = drafting.wrong(error.line, error.what, error.why, error.do)
    return Mistake(told, where, drafting.href_of(draft, name) + anchor if mend and name else "")


def _tried(outcome: Outcome, draft: Draft, mend: bool, named: Mapping[str, Text]) -> Tried:
    href = f"{drafting.href_of(draft, outcome.name)}#regel-{outcome.case.line}" if mend else ""
    differences = [case_words.plain(one, named) for one in outcome.differences]
    return Tried(outcome.case.written.title, differences, href)


def proposal(waiting: Proposal, draft: Draft, *, own: bool, today: date) -> Shown:
    """Return a proposal, and what stands in the way of putting it into use."""
    return Shown(
        waiting,
        own,
        passed=waiting.from_date < today,
        changed=draft.ended != "" or draft.number != waiting.draft_number,
    )


def facts(waiting: Proposal) -> list[Line]:
    """Return what was proposed, by whom, and on which decision."""
    return [
        Line(_("Geldt vanaf"), waiting.from_date),
        Line(_("Besluit van het college"), f"{waiting.decision}, {civil(waiting.decided_on)}"),
        Line(_("Voorgesteld door"), _name(waiting.by)),
        Line(_("Voorgesteld op"), waiting.at),
    ]


def timeline(found: Sequence[Ended]) -> list[Happening]:
    """Return what ended without being put into use, as a timeline shows it."""
    return [
        Happening(
            one.at,
            (
                _("Teruggestuurd: beleid vanaf {day}")
                if one.sent_back
                else _("Ingetrokken: beleid vanaf {day}")
            ).format(day=civil(one.from_date)),
            one.who,
            one.reason,
        )
        for one in found
    ]


def ended(state: OrganisationPolicies, draft: UUID | None = None) -> list[Ended]:
    """Return the proposals that were taken back or sent back, of one draft or of all, the newest first."""
    found = [one for one in state.withdrawals if draft is None or one.proposal.draft == str(draft)]
    words = reasons.words(current(), {one.reason for one in found if one.reason})
    return [_ended(one, words) for one in reversed(found)]


def _ended(one: Withdrawal, words: Mapping[str, str]) -> Ended:
    reason = words[one.reason] if one.reason else ""
    return Ended(one.at, _name(one.by), one.sent_back, one.proposal.from_date, reason)


def _name(member: str | None) -> str:
    if member is None:
        return ""
    return names_of({UUID(member)}).get(UUID(member), _("iemand die hier niet meer werkt"))
