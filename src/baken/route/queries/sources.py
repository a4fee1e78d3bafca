"""Says who, since when: the document and place behind a step, and the day from which it counts."""

from django.utils.formats import date_format

from baken.core.policy.base import Element
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text


def of(bundle: Bundle, element: Element | None) -> Text:
    """Return where an element comes from, with the document's own title."""
    if element is None:
        return Text("", "")
    if element.source is None:
        return _chosen(element)
    titles = {document.id: document.title for document in bundle.documents}
    title = titles.get(element.source.document, element.source.document)
    line = f"{title}, {element.source.place}"
    return Text(line, line)


def of_referral(bundle: Bundle, partner: str) -> Text:
    """Return where the rules that name this partner come from."""
    found = dict.fromkeys(of(bundle, rule) for rule in bundle.referrals if rule.to == partner)
    return Text("; ".join(one.nl for one in found), "; ".join(one.en for one in found))


def policy(bundle: Bundle) -> Text:
    """Return whose policy a signal follows, and since when it counts (ROUTE-02)."""
    day = date_format(bundle.valid_from, "j F Y")
    return Text(
        f"Dit signaal volgt het beleid van {bundle.name.nl}, geldig vanaf {day}. Zo was het op de dag van de melding.",
        f"This signal follows the policy of {bundle.name.en}, valid from {day}. So it was on the day of the report.",
    )


def _chosen(element: Element) -> Text:
    why = element.chosen or Text("", "")
    return Text(f"eigen keuze: {why.nl}", f"own choice: {why.en}")
