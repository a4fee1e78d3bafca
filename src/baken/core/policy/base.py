"""What every part of a policy has in common: it is frozen, has an id, and says where it comes from."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from baken.core.policy.mistake import mistake, not_listed
from baken.core.vocabulary.text import Text


class Model(BaseModel):
    """A frozen part of a policy; an unknown key is a mistake."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, str_strip_whitespace=True
    )


def _text(raw: Any) -> Text:
    if isinstance(raw, Text):
        return raw
    if isinstance(raw, dict) and set(raw) == {"nl", "en"} and all(_said(words) for words in raw.values()):
        return Text(raw["nl"].strip(), raw["en"].strip())
    lacking = [lang for lang in ("nl", "en") if not isinstance(raw, dict) or not raw.get(lang)]
    unknown = [key for key in raw if key not in ("nl", "en")] if isinstance(raw, dict) else []
    names = {"nl": Text("Nederlands", "Dutch"), "en": Text("Engels", "English")}
    if unknown and raw[unknown[0]] is None:
        raise mistake(
            Text(
                f"Deze tekst is afgebroken bij `{unknown[0]}`.",
                f"This text was broken off at `{unknown[0]}`.",
            ),
            Text("Een komma scheidt hier de talen.", "A comma separates the languages here."),
            Text("Zet tekst met een komma tussen aanhalingstekens.", "Put text with a comma between quotes."),
        )
    if unknown:
        raise not_listed(unknown[0], ("nl", "en"), Text("taal", "language"))
    if isinstance(raw, dict) and len(lacking) == 1:
        name = names[lacking[0]]
        what = Text(f"Deze tekst mist de taal {name.nl}.", f"This text lacks the language {name.en}.")
    else:
        what = Text("Dit is geen tekst in twee talen.", "This is not a text in two languages.")
    raise mistake(
        what,
        Text(
            "Elke tekst is er in het Nederlands en het Engels.", "Every text is there in Dutch and English."
        ),
        Text("Schrijf `{nl: ..., en: ...}`.", "Write `{nl: ..., en: ...}`."),
    )


def _said(words: object) -> bool:
    return isinstance(words, str) and bool(words.strip())


def _words(raw: Any) -> Text:
    return Text(raw.strip(), raw.strip()) if isinstance(raw, str) and raw.strip() else _text(raw)


def _yes_no(raw: Any) -> Any:
    if isinstance(raw, bool):
        return raw
    if raw in ("yes", "no"):
        return raw == "yes"
    raise not_listed(raw, ("yes", "no"), Text("antwoord: hier hoort yes of no", "answer: write yes or no"))


def _date(raw: Any) -> Any:
    if isinstance(raw, date):
        return raw
    try:
        return date.fromisoformat(raw) if isinstance(raw, str) and len(raw) == 10 else _no_date(raw)
    except ValueError:
        return _no_date(raw)


def _no_date(raw: object) -> date:
    raise mistake(
        Text(f"`{raw}` is geen datum.", f"`{raw}` is not a date."),
        Text(
            "Deze dag bestaat niet, of is anders geschreven.",
            "That day does not exist, or is written otherwise.",
        ),
        Text("Schrijf jaar-maand-dag, zoals 2024-05-01.", "Write year-month-day, like 2024-05-01."),
    )


_AS_PAIR = PlainSerializer(lambda text: {"nl": text.nl, "en": text.en}, return_type=dict)
Words = Annotated[Text, BeforeValidator(_text), _AS_PAIR, WithJsonSchema({"x-baken": "Words"})]
"""Words in both languages, written `{nl: ..., en: ...}`."""
Reason = Annotated[Text, BeforeValidator(_words), _AS_PAIR, WithJsonSchema({"x-baken": "Reason"})]
"""A reason: words in both languages, or one sentence that then stands for both."""
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["yes", "no"]})]
Day = Annotated[date, BeforeValidator(_date), WithJsonSchema({"x-baken": "Day"})]


Filled = Annotated[str, Field(min_length=1)]


class Source(Model):
    """The place in a document where something was decided."""

    document: Filled
    """The id of a document of `municipality.yaml`, own or of what it extends."""
    place: Filled
    """Where in it: a step, paragraph or page."""


class Element(Model):
    """One decided thing. `by` and `since` are filled in when folders are folded: whose it is and from which version."""

    id: str
    """Its name in this list: lower case letters, digits and `_`. The same id as the parent's takes its place."""
    source: Source | None = None
    """Where it was decided. This or `chosen`, or both."""
    chosen: Reason | None = None
    """What was chosen where the documents are silent, and why. This or `source`, or both."""
    by: str = ""
    since: Day | None = None

    @model_validator(mode="after")
    def _says_who(self) -> Self:
        if self.source is None and self.chosen is None:
            raise mistake(
                Text(
                    f"`{self.id}` zegt niet waar het vandaan komt.",
                    f"`{self.id}` does not say where it comes from.",
                ),
                Text(
                    "Bij elk onderdeel moet Baken kunnen tonen wie dat zegt.",
                    "Baken must be able to show who says so.",
                ),
                Text(
                    "Zet er `source: {document: ..., place: ...}` bij, of `chosen:` met de reden.",
                    "Add `source: {document: ..., place: ...}`, or `chosen:` with the reason.",
                ),
            )
        return self

    @property
    def says_who(self) -> Text:
        """Where this comes from, in one line."""
        if self.source is not None:
            line = f"{self.source.document}, {self.source.place}"
            return Text(line, line)
        chosen = self.chosen or Text("", "")
        return Text(f"gekozen: {chosen.nl}", f"chosen: {chosen.en}")
