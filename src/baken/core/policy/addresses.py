"""Whether what a page will link to is the address of a page, and never something that a browser would run."""

import re
from collections.abc import Iterator, Mapping

from baken.core.policy.errors import PolicyError
from baken.core.policy.items import Item
from baken.core.vocabulary.text import Text

_PAGE = re.compile(r"https?://[^\s/\"'<>\\]+(?:/[^\s\"'<>\\]*)?\Z")


def unfit_addresses(sections: Mapping[str, list[Item]]) -> Iterator[PolicyError]:
    """Yield every web address of a partner, reporting point or tool that is no address of a page.

    Looked at when a folder is read, not in the models: a policy that was adopted before must stay readable.
    """
    for section, path in (
        ("partners", ("contact", "web")),
        ("reporting_points", ("web",)),
        ("tools", ("web",)),
    ):
        for item in sections[section]:
            holder = item.element.contact if path[0] == "contact" else item.element
            if holder.web is not None and not _PAGE.match(holder.web):
                yield item.wrong(
                    path,
                    Text("Dit is geen webadres.", "This is not a web address."),
                    Text(
                        "Er staat straks een link op een pagina die iedereen kan openen.",
                        "It becomes a link on a page that everybody can open.",
                    ),
                    Text(
                        "Begin met `https://` en kopieer het adres uit uw browser.",
                        "Begin with `https://` and copy the address from your browser.",
                    ),
                )
