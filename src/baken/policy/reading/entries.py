"""What a reader sees of one element of a policy: what it says, who says so, whose it is and since when."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from baken.core.policy.base import Element
from baken.core.policy.bundle import Bundle
from baken.core.vocabulary.text import Text
from baken.web import sources
from baken.web.parts import Line, Link

NATIONAL = "national"
EMPTY = Text("", "")
_NOTHING = Text("Het beleid zegt hier niets over.", "The policy says nothing about this.")


@dataclass(frozen=True, slots=True)
class Entry:
    """One element. `key` is its list and id; `marks` are short words about its strength."""

    key: str
    title: Text
    marks: tuple[Text, ...]
    words: tuple[Text, ...]
    lines: tuple[Line, ...]
    source: Text
    chosen: Text
    whose: Text
    since: date | None

    @property
    def anchor(self) -> str:
        """Where it stands on its page."""
        return self.key.replace(".", "-")


@dataclass(frozen=True, slots=True)
class Group:
    """Elements that belong together."""

    heading: Text
    entries: tuple[Entry, ...]
    intro: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the policy. `nothing` is said where the policy has no element of the kind."""

    slug: str
    title: Text
    intro: Text
    groups: tuple[Group, ...]
    nothing: Text = _NOTHING

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every element of the page."""
        return tuple(entry for group in self.groups for entry in group.entries)

    def filled(self) -> "Part":
        """Return the page without headings that have nothing below them."""
        groups = tuple(group for group in self.groups if group.entries)
        return Part(self.slug, self.title, self.intro, groups, self.nothing)


class Saying:
    """Says the elements of one bundle; `name_of` gives the name of a region, `query` the version asked for."""

    def __init__(self, bundle: Bundle, name_of: Callable[[str], Text], query: str = "") -> None:
        self.bundle = bundle
        self._query = query
        self._name_of = name_of
        self._titles = {document.id: document.title for document in bundle.documents}

    def entry(
        self,
        section: str,
        element: Element,
        title: Text,
        *,
        marks: Iterable[Text | None] = (),
        words: Iterable[Text | None] = (),
        lines: Iterable[tuple[Text, object]] = (),
    ) -> Entry:
        """Return one element; words, marks and lines that are empty are left out."""
        return Entry(
            key=f"{section}.{element.id}",
            title=title,
            marks=tuple(mark for mark in marks if mark),
            words=tuple(word for word in words if word),
            lines=tuple(Line(term, value) for term, value in lines if value),
            source=self.source(element),
            chosen=sources.reason(element),
            whose=self.whose(element.by),
            since=element.since,
        )

    def source(self, element: Element) -> Text:
        """Return the document's own title and the place in it."""
        if element.source is None:
            return EMPTY
        line = f"{self._titles.get(element.source.document, element.source.document)}, {element.source.place}"
        return Text(line, line)

    def whose(self, policy_id: str) -> Text:
        """Return whose decision an element is."""
        if policy_id == self.bundle.policy_id:
            return Text("Eigen beleid van {name}", "Own policy of {name}").format(name=self.bundle.name)
        if policy_id == NATIONAL:
            return self._name_of(NATIONAL)
        return Text("Regio: {name}", "Region: {name}").format(name=self._name_of(policy_id))

    def to(self, part: str, section: str, element_id: str, label: Text) -> Link:
        """Return a link to an element on a page of the policy."""
        return Link(f"../{part}/{self._query}#{section}-{element_id}", label)

    def body(self, target: str) -> Link:
        """Return a link to a partner or table."""
        name = self.bundle.name_of(target)
        if target in self.bundle.tables:
            return self.to("overleggen", "tables", target, name)
        return self.to("partners", "partners", target, name)
