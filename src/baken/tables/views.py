"""One page to put a signal on a table, one to record what the table decided."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from baken.core.decide.rules import must_be_open, must_have_been_tabled
from baken.core.derive.careful import minor
from baken.ledger.signals import SignalFile
from baken.tables import actions, forms, queries
from baken.web.acting import Ask, ask, asks

HANDLE = "signal.handle"


@asks
def put_on_table(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Record that the signal lies on a table, or say what must come first."""

    def words(file: SignalFile) -> Ask:
        return Ask(
            title=_("Signaal in een overleg bespreken"),
            lead=_(
                "Bespreek wat nodig is, nooit wie de melder is. In Baken legt u alleen vast dat het daar ligt."
            ),
            button=_("Vastleggen"),
            done=_("Vastgelegd dat het signaal in het overleg ligt."),
            template="tables/put_on_table.html",
            context={"holds": queries.holds(file), "minor": minor(file.state)},
        )

    def initial(file: SignalFile) -> dict[str, str]:
        asked_for = request.GET.get("overleg", "")
        return {"table": asked_for} if asked_for in file.bundle.tables else {}

    return ask(
        request,
        signal,
        right=HANDLE,
        first=must_be_open,
        words=words,
        form=forms.TableForm,
        initial=initial,
        act=lambda form, common: actions.put_on_table(
            table=form.cleaned_data["table"],
            purpose=form.cleaned_data["purpose"],
            ground=form.cleaned_data["ground"],
            named=form.cleaned_data["named"] == "yes",
            override_reason=form.cleaned_data.get("override_reason", ""),
            minor_reason=form.cleaned_data.get("minor_reason", ""),
            **common,
        ),
    )


@asks
def record_decision(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Record what a table decided."""
    words = Ask(
        title=_("Besluit van een overleg vastleggen"),
        lead=_("Bijvoorbeeld een bestuurlijke maatregel, of overdragen aan politie en Openbaar Ministerie."),
        button=_("Besluit vastleggen"),
        done=_("Het besluit is vastgelegd."),
    )
    return ask(
        request,
        signal,
        right=HANDLE,
        first=must_have_been_tabled,
        words=lambda file: words,
        form=forms.DecisionForm,
        act=lambda form, common: actions.record_decision(
            table=form.cleaned_data["table"],
            decision=form.cleaned_data["decision"],
            asked=form.asked,
            **common,
        ),
    )
