"""How much one condition may read: facts multiply, and what cannot be tried for every signal is not proved (ADR 18)."""

from collections.abc import Iterator, Mapping

from baken.core.policy.conditions import combinations
from baken.core.policy.errors import PolicyError
from baken.core.policy.items import Item
from baken.core.vocabulary.text import Text

MOST = 2_000
"""Ways in which the facts of one condition can be. No condition of today comes near a tenth of it."""


def overgrown(sections: Mapping[str, list[Item]]) -> Iterator[PolicyError]:
    """Yield every condition that reads so many facts that checking the policy would keep people waiting."""
    for section in ("steps", "advice", "questions", "referrals", "holds"):
        for item in sections[section]:
            override = getattr(item.element, "override", None)
            found = {("when",): item.element.when}
            if override is not None:
                found[("override",)] = override.when
            for path, condition in found.items():
                if combinations(condition) > MOST:
                    yield item.wrong(
                        path,
                        Text(
                            "Deze voorwaarde leest te veel feiten tegelijk.",
                            "This condition reads too many facts at once.",
                        ),
                        Text(
                            "Dan kan niet meer voor elk signaal worden nagerekend wat het beleid doet.",
                            "Then it can no longer be worked out for every signal what the policy does.",
                        ),
                        Text(
                            "Maak er kortere regels van, of laat een mens beslissen in een stap.",
                            "Make shorter rules of it, or let a person decide in a step.",
                        ),
                    )
