"""The route as a reader sees it: steps, questions and advice; who must be told; what must come first."""

from collections.abc import Iterator

from baken.core.derive.compiled import compile_route
from baken.core.policy import said
from baken.core.policy.conditions import ALWAYS
from baken.core.policy.models import AfterStep, Hold, ReferralRule, Step, TablesWith
from baken.core.vocabulary.actors import ACTORS
from baken.core.vocabulary.happenings import EVENT_WORDS
from baken.core.vocabulary.outcomes import WEIGHING
from baken.core.vocabulary.text import Text
from baken.core.vocabulary.wording import FACT
from baken.policy.reading.entries import Entry, Group, Part, Saying
from baken.web.parts import Link

WHO, WHEN, TERM = Text("Wie", "Who"), Text("Wanneer", "When"), Text("Termijn", "Term")
REQUIRED, SUGGESTED = Text("Verplicht", "Required"), Text("Aangeraden", "Suggested")
MAY = Text("Mag, hoeft niet", "Possible, not obligatory")
NAMELESS = Text("Zonder naam volstaat", "Nameless suffices")
NOT_HERE = Text("Geldt hier niet", "Does not count here")
_ONLY_WITH = Text("Alleen met dit overleg", "Only with this table")
_ONLY_WITHOUT = Text("Alleen zonder dit overleg", "Only without this table")


def route(saying: Saying) -> Part:
    """Return the page of the route; its steps have the numbers that the drawing above them gives."""
    bundle = saying.bundle
    numbers = {step.id: number for number, step in enumerate(compile_route(bundle).steps, 1)}
    return Part(
        "route",
        Text("Route", "Route"),
        Text(
            "Wat er met een signaal gebeurt, stap voor stap. In een noodgeval mag de volgorde anders; dan blijft staan "
            "wat nog moet. Waar geen termijn staat, noemt het beleid er geen.",
            "What happens with a signal, step by step. In an emergency the order may differ; what is left to do then "
            "stays on the list. Where no term is given, the policy names none.",
        ),
        (
            Group(
                Text("Stappen", "Steps"),
                tuple(_step(saying, step, numbers.get(step.id)) for step in bundle.steps),
            ),
            Group(
                Text("Vragen", "Questions"),
                tuple(
                    saying.entry(
                        "questions",
                        one,
                        bundle.texts[one.text],
                        lines=(
                            (Text("Moet bekend worden", "Must become known"), FACT[one.fact]),
                            (WHO, ACTORS[one.actor]),
                            (WHEN, said.when(one.when)),
                            (TERM, said.term(one.within) if one.within else None),
                        ),
                    )
                    for one in bundle.questions
                ),
                Text(
                    "Wat niet onbekend mag blijven. De vraag staat open tot iemand het heeft vastgesteld.",
                    "What must not stay unknown. The question stays open until somebody established it.",
                ),
            ),
            Group(
                Text("Advies", "Advice"),
                tuple(
                    saying.entry(
                        "advice",
                        one,
                        bundle.texts[one.text],
                        lines=(
                            (WHO, ACTORS[one.actor]),
                            (WHEN, said.when(one.when)),
                            (_DONE, said.one_happened(one.done_by, bundle) if one.done_by else None),
                        ),
                    )
                    for one in bundle.advice
                ),
                Text(
                    "Staat meteen bovenaan, ook als alleen de melder het denkt. Het verplicht niemand.",
                    "Stands on top at once, also when only the reporter thinks so. It obliges nobody.",
                ),
            ),
        ),
    ).filled()


_DONE = Text("Klaar als", "Done when")


def _step(saying: Saying, step: Step, number: int | None) -> Entry:
    bundle = saying.bundle
    title = bundle.texts[step.text]
    return saying.entry(
        "steps",
        step,
        Text(f"{number}. {title.nl}", f"{number}. {title.en}") if number else title,
        marks=(
            MAY if step.strength == "optional" else None,
            NOT_HERE if not _here(saying, step) else None,
        ),
        lines=(
            (WHO, ACTORS[step.actor]),
            (WHEN, said.when(step.when) if step.when != ALWAYS else None),
            (Text("Wacht op", "Waits for"), [_after(saying, one) for one in step.after]),
            (Text("Pas als", "Only once"), EVENT_WORDS[step.once] if step.once else None),
            (TERM, said.term(step.within) if step.within else None),
            (_DONE, said.one_happened(step.completes, bundle)),
            (_ONLY_WITH, saying.body(step.with_table) if step.with_table else None),
            (_ONLY_WITHOUT, saying.body(step.without_table) if step.without_table else None),
        ),
    )


def _after(saying: Saying, after: AfterStep) -> Link:
    step = next((one for one in saying.bundle.steps if one.id == after.step), None)
    label = saying.bundle.texts[step.text] if step is not None else Text(after.step, after.step)
    if after.outcome is not None:
        outcome = WEIGHING.get(after.outcome, Text(after.outcome, after.outcome))
        label = Text("{label} (uitkomst: {outcome})", "{label} (outcome: {outcome})").format(
            label=label, outcome=outcome
        )
    return saying.to("route", "steps", after.step, label)


def _here(saying: Saying, rule: Step | ReferralRule) -> bool:
    tables = saying.bundle.tables
    have = {table.id for table in tables.values() if table.exists}
    return (rule.with_table is None or rule.with_table in have) and (
        rule.without_table is None or rule.without_table not in have
    )


def who_must_know(saying: Saying) -> Part:
    """Return the page of those who must or may be told."""
    rules = saying.bundle.referrals
    told = {
        strength: tuple(_referral(saying, rule) for rule in rules if rule.strength == strength)
        for strength in ("required", "suggested")
    }
    return Part(
        "wie-moet-het-weten",
        Text("Wie moet het weten", "Who must be told"),
        Text(
            "Alle regels tellen, niet alleen de eerste. Een plicht ontstaat pas als iemand het feit heeft vastgesteld; "
            "denkt alleen de melder het, dan is het hoogstens aangeraden.",
            "All rules count, not just the first. Only an established fact obliges; what only the reporter thinks is "
            "suggested at most.",
        ),
        (
            Group(REQUIRED, told["required"]),
            Group(SUGGESTED, told["suggested"]),
            Group(
                Text("Als het een ander probleem is", "When it is another problem"),
                tuple(
                    saying.entry(
                        "destinations",
                        one,
                        saying.bundle.name_of(one.id),
                        words=(one.words,),
                    )
                    for one in saying.bundle.destinations
                ),
                Text(
                    "Waar een signaal heen gaat dat geen mensenhandel blijkt. Kiest de beoordelaar er een, dan is "
                    "doorgeven verplicht.",
                    "Where a signal goes that turns out not to be trafficking. When the assessor chooses one, handing "
                    "over is required.",
                ),
            ),
        ),
    ).filled()


def _referral(saying: Saying, rule: ReferralRule) -> Entry:
    bundle = saying.bundle
    holds = [
        saying.to("wat-eerst-moet", "holds", hold.id, _hold_line(saying, hold))
        for hold in _before(saying, rule.to)
    ]
    return saying.entry(
        "referrals",
        rule,
        bundle.name_of(rule.to),
        marks=(
            REQUIRED if rule.strength == "required" else SUGGESTED,
            NAMELESS if rule.nameless else None,
            NOT_HERE if not _here(saying, rule) else None,
        ),
        words=(bundle.texts[rule.text] if rule.text else None,),
        lines=(
            (WHEN, said.when(rule.when)),
            (TERM, said.term(rule.within) if rule.within else None),
            (
                Text("Ook goed", "Also counts"),
                said.one_happened(rule.met_also_by, bundle) if rule.met_also_by else None,
            ),
            (Text("Eerst", "First"), holds),
            (
                Text("Terugkoppeling", "Feedback"),
                None if rule.ask_feedback else Text("wordt niet gevraagd", "is not asked for"),
            ),
            (_ONLY_WITH, saying.body(rule.with_table) if rule.with_table else None),
            (_ONLY_WITHOUT, saying.body(rule.without_table) if rule.without_table else None),
            (Text("Meer over", "More about"), saying.body(rule.to)),
        ),
    )


def what_comes_first(saying: Saying) -> Part:
    """Return the page of the holds."""
    return Part(
        "wat-eerst-moet",
        Text("Wat eerst moet", "What must come first"),
        Text(
            "Wat gebeurd moet zijn voordat een partner of een overleg erbij komt.",
            "What must have happened before a partner or a table is brought in.",
        ),
        (Group(Text("Eerst dit", "First this"), tuple(_hold(saying, hold) for hold in saying.bundle.holds)),),
        Text(
            "In dit beleid hoeft niets te wachten op iets anders: elke partner mag meteen worden gebeld.",
            "In this policy nothing waits for something else: every partner may be called at once.",
        ),
    ).filled()


def _hold(saying: Saying, hold: Hold) -> Entry:
    bundle, override = saying.bundle, hold.override
    return saying.entry(
        "holds",
        hold,
        _hold_title(saying, hold),
        lines=(
            (Text("Eerst", "First"), said.happened(hold.until, bundle)),
            (Text("Daarna pas", "Only then"), [saying.body(target) for target in targets(saying, hold)]),
            (WHEN, said.when(hold.when)),
            (
                Text("Hoeft niet te wachten", "Need not wait"),
                Text("{when} Dan wordt de reden vastgelegd.", "{when} Then the reason is recorded.").format(
                    when=said.when(override.when)
                )
                if override
                else Text("altijd wachten", "always waits"),
            ),
        ),
    )


def _hold_line(saying: Saying, hold: Hold) -> Text:
    """Return a hold with when it need not wait, so that nobody who is in a hurry misreads it."""
    title = _hold_title(saying, hold)
    if hold.override is None:
        return title
    return Text(
        "{title} {when}, hoeft dat niet; leg dan de reden vast.",
        "{title} {when}, it need not; then record the reason.",
    ).format(title=title, when=_without_stop(said.when(hold.override.when)))


def _without_stop(text: Text) -> Text:
    return Text(text.nl.rstrip("."), text.en.rstrip("."))


def _hold_title(saying: Saying, hold: Hold) -> Text:
    if hold.text:
        return saying.bundle.texts[hold.text]
    first = said.happened(hold.until, saying.bundle)
    return Text("Eerst: {what}", "First: {what}").format(what=first)


def targets(saying: Saying, hold: Hold) -> list[str]:
    """Return the partners and tables that a hold stands before."""
    tables = hold.before.tables
    if isinstance(tables, TablesWith):
        held = [
            table.id for table in saying.bundle.table_list if table.exists and tables.with_ in table.with_
        ]
    else:
        held = list(tables)
    known = [partner for partner in hold.before.partners if partner in saying.bundle.partners]
    return [*known, *held]


def _before(saying: Saying, target: str) -> Iterator[Hold]:
    return (hold for hold in saying.bundle.holds if target in targets(saying, hold))
