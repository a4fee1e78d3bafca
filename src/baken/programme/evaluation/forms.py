"""What is asked about an evaluation. Nothing in it is about a person or a signal, and the forms say so."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from baken.core.policy.programme import TOPICS
from baken.core.vocabulary.text import Text
from baken.programme.common import asking
from baken.programme.evaluation import queries, topics
from baken.programme.evaluation.elements import ToChange
from baken.programme.evaluation.models import Evaluation
from baken.web.acting import choices_from
from baken.web.choices import Choice
from baken.web.deciding import DecisionForm
from baken.web.fields import said

LONGEST = 4000


class LookedAt(DecisionForm):
    """A form about something that stands; it knows what its sender had seen."""

    looked_at = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def told(self) -> dict[str, Any]:
        """Return what was filled in."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in ("command", "looked_at")
        }


class EvaluationForm(LookedAt):
    """What is evaluated: a period and its topics, in which region it is discussed, and by when it is ready."""

    title = asking.line(gettext_lazy("Hoe heet deze evaluatie?"), limit=160)
    from_date = asking.day(gettext_lazy("Wat is de eerste dag van de periode?"))
    until_date = asking.day(
        gettext_lazy("Wat is de laatste dag van de periode?"),
        gettext_lazy("Een evaluatie gaat over wat is geweest: vandaag of eerder."),
    )
    topics = asking.several(gettext_lazy("Waarover gaat zij?"), TOPICS, required=True)
    region = forms.ChoiceField(
        label=gettext_lazy("In welke regio bespreekt u de resultaten?"),
        widget=forms.RadioSelect,
        required=False,
    )
    due_on = asking.day(gettext_lazy("Op welke dag moet de evaluatie klaar zijn?"))

    def __init__(self, *args: Any, regions: Mapping[str, str], why_due: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        if regions:
            self.fields["region"].choices = [*regions.items(), ("", _("In geen regio"))]  # type: ignore[attr-defined]
        else:
            del self.fields["region"]
        self.fields["due_on"].help_text = why_due

    def clean_from_date(self) -> date:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["from_date"])

    def clean_until_date(self) -> date:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["until_date"])

    def clean_due_on(self) -> date:
        """Refuse a day too far away to be right."""
        return asking.not_too_far(self.cleaned_data["due_on"])

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        first, last, due = (given.get(name) for name in ("from_date", "until_date", "due_on"))
        if first and last and last < first:
            self.add_error("until_date", _("De laatste dag ligt voor de eerste. Kies een latere dag."))
        elif last and due and due < last:
            self.add_error("due_on", _("Dan is de periode nog niet voorbij. Kies een latere dag."))
        return given

    def told(self) -> dict[str, Any]:
        """Return what was filled in; without regions to choose from there is none."""
        return {"region": "", **super().told()}


class QuestionForm(LookedAt):
    """A question of one's own."""

    topic = forms.ChoiceField(
        label=gettext_lazy("Bij welk onderwerp?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een onderwerp.")},
    )
    words = asking.line(gettext_lazy("Wat is de vraag?"), limit=300)

    def __init__(self, *args: Any, of: Evaluation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["topic"].choices = _topics(of)  # type: ignore[attr-defined]


class FindingForm(LookedAt):
    """What a role found, on a day, in answer to a question or of its own accord."""

    about = forms.ChoiceField(
        label=gettext_lazy("Waarover gaat dit?"),
        error_messages={"required": gettext_lazy("Kies een vraag of onderwerp.")},
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Wie vindt dit?"),
        help_text=gettext_lazy("Een functie. Er staat geen naam bij."),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een functie.")},
    )
    on = asking.day(gettext_lazy("Op welke dag?"))
    words = asking.prose(
        gettext_lazy("Wat is er gevonden?"),
        gettext_lazy(
            "Schrijf niets over een persoon, en geen kenmerk van een signaal. Deze woorden komen in het verslag."
        ),
        limit=LONGEST,
        rows=6,
    )
    regional = forms.BooleanField(label=gettext_lazy("Dit kwam uit het gesprek in de regio"), required=False)

    def __init__(self, *args: Any, of: Evaluation, roles: Sequence[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["about"].choices = _about(of)  # type: ignore[attr-defined]
        self.fields["role"].choices = choices_from(  # type: ignore[attr-defined]
            {role: topics.role_name(role) for role in roles}
        )
        if not of.region:
            del self.fields["regional"]

    def clean_on(self) -> date:
        """Refuse a day that has not been."""
        return asking.been(self.cleaned_data["on"])

    def told(self) -> dict[str, Any]:
        """Return what was filled in: the question, or else the topic."""
        found = super().told()
        kind, _colon, about = found.pop("about").partition(":")
        return {
            **found,
            "question_id": UUID(about) if kind == "question" else None,
            "topic": about if kind == "topic" else "",
        }


class TakeForm(DecisionForm):
    """Which findings of others come into the own evaluation."""

    findings = forms.MultipleChoiceField(
        label=gettext_lazy("Welke bevindingen neemt u over?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Kies er een of meer."),
            "invalid_choice": gettext_lazy("Deze lijst veranderde intussen. Kijk nog eens en kies opnieuw."),
        },
    )

    def __init__(self, *args: Any, there: Sequence[tuple[str, Choice]], **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["findings"]
        field.choices = there


class ConclusionForm(LookedAt):
    """What was decided, and what it changes."""

    topic = forms.ChoiceField(
        label=gettext_lazy("Bij welk onderwerp?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een onderwerp.")},
    )
    words = asking.prose(gettext_lazy("Wat is er besloten?"), limit=LONGEST, rows=4)
    outcome = asking.one_of(
        gettext_lazy("Wat verandert er?"),
        topics.OUTCOME_NAMES,
        gettext_lazy("Bij een actie vraagt Baken daarna wie het doet en wanneer het klaar is."),
    )
    element = forms.ChoiceField(
        label=gettext_lazy("Wat van het beleid moet anders?"),
        help_text=gettext_lazy("Alleen bij een wijziging van het beleid."),
        required=False,
    )
    regional = forms.BooleanField(label=gettext_lazy("Dit is in de regio afgesproken"), required=False)

    def __init__(
        self, *args: Any, of: Evaluation, elements: Sequence[ToChange], also: str = "", **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["topic"].choices = _topics(of)  # type: ignore[attr-defined]
        groups: dict[Text, list[tuple[str, str]]] = {}
        for one in elements:
            groups.setdefault(one.of, []).append((one.key, capfirst(said(one.name))))
        known = {one.key for one in elements}
        gone = [(also, _("Zoals het stond"))] if also and also not in known else []
        self.fields["element"].choices = [  # type: ignore[attr-defined]
            ("", ""),
            *gone,
            *((said(name), rows) for name, rows in groups.items()),
        ]
        if not of.region:
            del self.fields["regional"]

    def clean(self) -> dict[str, Any]:
        """Refuse a change of the policy that does not say of what."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("outcome") == "policy" and "element" in given and not given["element"]:
            self.add_error("element", _("Kies wat van het beleid anders moet."))
        return given


class ActionForm(DecisionForm):
    """The action that comes of a conclusion: what, who, by when."""

    title = asking.line(gettext_lazy("Wat wilt u bereiken?"), limit=200)
    owner = asking.post(gettext_lazy("Wie zorgt ervoor?"))
    ready_on = asking.day(
        gettext_lazy("Op welke dag is het klaar?"),
        gettext_lazy("Laat leeg als het doorloopt."),
        required=False,
    )


class ShareForm(LookedAt):
    """What of each topic can go to the region."""

    def __init__(self, *args: Any, of: Evaluation, **options: Any) -> None:
        super().__init__(*args, **options)
        for topic in topics.in_order(of.topics):
            self.fields[topic] = asking.several(capfirst(said(TOPICS[topic])), topics.PARTS)

    def parts(self) -> list[str]:
        """Return what was chosen, as it is kept."""
        return [f"{topic}.{part}" for topic in TOPICS for part in self.cleaned_data.get(topic, ())]


def _topics(of: Evaluation) -> list[tuple[str, str]]:
    return [(topic, capfirst(said(TOPICS[topic]))) for topic in topics.in_order(of.topics)]


def _about(of: Evaluation) -> list[Any]:
    asked = queries.questions(of)
    found: list[Any] = [("", "")]
    for topic, name in _topics(of):
        rows = [(f"question:{one.id}", said(queries.words(one))) for one in asked if one.topic == topic]
        loose = _("Los van een vraag: %(topic)s") % {"topic": said(TOPICS[topic])}
        found.append((name, [*rows, (f"topic:{topic}", loose)]))
    return found
