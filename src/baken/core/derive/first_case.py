"""The first case of a new policy: what its route asks for one plain signal, written down so that a change shows."""

from datetime import datetime, time

from baken.core.derive.route import compile_route, derive
from baken.core.policy.bundle import Bundle
from baken.core.policy.making import scalar
from baken.core.vocabulary.facts import Facts, Value
from baken.core.vocabulary.happened import Happened
from baken.core.vocabulary.moments import AMSTERDAM

FILE = "route.yaml"
_FACTS: dict[str, Value] = {"urgency": "not_acute", "exploitation": frozenset({"labour"})}


def first_case(bundle: Bundle) -> dict[str, str]:
    """Return the case file with which a policy starts, by name; what it expects is what the policy does today."""
    at = datetime.combine(bundle.valid_from, time(9), AMSTERDAM)
    history = (Happened("signal.received", at), Happened("signal.assessed", at, assessment="suspicion"))
    route = derive(compile_route(bundle), Facts(established=_FACTS), history, at)
    told = {
        strength: ", ".join(one.partner for one in route.referrals if one.strength == strength)
        for strength in ("required", "suggested")
    }
    name = bundle.name.nl
    lines = [
        "# yaml-language-server: $schema=../../schema/cases.schema.json",
        f"# Gevallen: voorbeelden van signalen, en wat het beleid van {name} er dan mee doet. `baken policy check`",
        "# zegt het als dat verandert. Schrijf er eigen gevallen bij, het liefst voordat u het beleid wijzigt.",
        "format: 1",
        "cases:",
        "  - id: labour_suspicion",
        f"    title: {scalar(f'Naar wie in {name} een vermoeden van arbeidsuitbuiting gaat')}",
        "    chosen:",
        "      nl: zo werkt het beleid van de regio op de eerste dag",
        "      en: this is what the region's policy does on the first day",
        "    facts: {urgency: not_acute, exploitation: [labour]}",
        "    history:",
        "      - {event: signal.received}",
        "      - {event: signal.assessed, assessment: suspicion}",
        "    expect:",
        f"      required: [{told['required']}]",
        f"      suggested: [{told['suggested']}]",
    ]
    return {FILE: "\n".join(lines) + "\n"}
