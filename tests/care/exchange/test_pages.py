"""Records out to one recipient on a ground, and in from a file that is looked at first (V5, V19, DATA-10)."""

from io import BytesIO
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from baken.care.common import clients
from baken.care.exchange import giving, reading, taking, workbooks
from baken.clock import now
from baken.core.decide import client as decide
from baken.core.derive import exchange
from baken.core.derive.client import fold, rests_on
from baken.core.events.client import SharingConfirmed
from baken.core.exchange.fields import CORE, EXTENSION, TAKEN
from baken.core.vocabulary.moments import civil_date
from baken.ledger.models import ClientRow, ReadEntry
from baken.tenancy.scope import scope
from tests.core.exchange.making import records
from tests.tenants.care_things import a_client, a_room
from tests.tenants.town import Town, build

THERE = "/clienten/uitwisselen/"
NAME = "Kanarie Achternaam"
FILE = (
    "prs_FirstName,prs_SecondName,prs_Birthdate,prs_Gender,vic_TypeOfExploitation,prs_Email,ext_TypeOfLabourExploitation\r\n"
    f"Ada,{NAME},2011-05-06,Feminine,ForcedLabour;ForcedMarriage,ada@example.nl,IllicitActivities\r\n"
    ",,,,OrganRemoval,,\r\n"
).encode()


@pytest.fixture
def care(db: None) -> Town:
    town = build()
    a_room(town)
    return town


def look(town: Town, content: bytes = FILE, name: str = "x.csv", visitor: str = "care"):
    sent = SimpleUploadedFile(name, content)
    fields = {"command": str(uuid4()), "sender": "Zorghuis Kanarie", "ground": "asked_for_help", "sent": sent}
    return town.visit(Client(), visitor).post(f"{THERE}overnemen/", fields)


def take(town: Town, answer, **other):
    form = answer.context["take"]
    fields = {**form.initial, **other}
    return town.visit(Client(), "care").post(
        f"{THERE}overnemen/maken/", {k: str(v) for k, v in fields.items()}
    )


def files(town: Town) -> list[UUID]:
    with scope(town.care.id):
        return list(ClientRow.objects.order_by("opened_at", "stream_id").values_list("stream_id", flat=True))


def consent(
    town: Town,
    client: UUID,
    recipient: str = "care_organisation",
    who: str = "Zorghuis",
    how: str = "by_guardian",
) -> None:
    with scope(town.care.id):
        clients.carry_out(
            client,
            lambda stream, refs: decide.give_consent(
                clients.state(stream),
                consent=str(uuid4()),
                recipient=recipient,
                bodies=[recipient],
                how=how,
                told=refs["words"],
            ),
            words={"words": {"who": who}},
            actor=town.actor("care"),
            now=now(),
            command_id=uuid4(),
        )


def bases(town: Town, client: UUID, recipient: str = "care_organisation") -> list[str]:
    with scope(town.care.id):
        return [one.id for one in rests_on(clients.state(clients.read(client)), recipient)]


def give(town: Town, *people: UUID, **other):
    fields = {
        "command": str(uuid4()),
        "clients": [str(one) for one in people],
        "recipient": "care_organisation",
        "who": "Zorghuis Kanarie",
        "purpose": "Om verder te helpen",
        "groups": ["exploitation", "case"],
        "form": "csv",
        "police": "no",
        **{f"basis_{one}": basis for one in people for basis in bases(town, one)[:1]},
        **other,
    }
    return town.visit(Client(), "care").post(f"{THERE}geven/", fields)


def test_looking_at_a_file_shows_what_would_be_made_and_keeps_nothing(care: Town) -> None:
    answer = look(care)
    html = answer.content.decode()
    assert answer.status_code == 200
    for words in (
        "Hieruit komen 2 dossiers",
        f"Ada {NAME}",
        "minderjarig",
        "criminele uitbuiting",
        "Persoon 2",
    ):
        assert words in html
    assert "‘ForcedMarriage’ is geen vorm van uitbuiting in Baken" in html
    assert "ewaard zoals ontvangen: Gender, Email" in html
    assert files(care) == []


def test_what_was_looked_at_becomes_files_once_however_often_it_is_sent(care: Town) -> None:
    answer = look(care)
    for _ in range(2):
        assert take(care, answer).status_code == 303
    first, second = files(care)
    with scope(care.care.id):
        streams = {one.id: one for one in map(clients.read, (first, second))}
        named = next(one for one in streams.values() if clients.state(one).described)
        state = fold(named.happened)
        assert (state.source, state.ground, state.age) == ("organisation", "asked_for_help", "minor")
        told = clients.words(named, [state.identity])[state.identity]
        assert (told["name"], told["birth"]) == (f"Ada {NAME}", "2011-05-06")
    html = care.visit(Client(), "care").get(f"/clienten/{named.id}/").content.decode()
    assert "Overgenomen van" in html
    assert "ada@example.nl" in html


def test_what_came_in_goes_out_again_as_it_came(care: Town) -> None:
    sent = records(30, seed=3)
    today = civil_date(now())
    data = workbooks.workbook(sent, TAKEN)
    with scope(care.care.id):
        found = taking.plan(reading.read(data, today), now())
        assert found.possible
        made = taking.take(
            found,
            taking.Sender("Zorghuis", "asked_for_help"),
            "Persoon %(number)s",
            actor=care.actor("care"),
            now=now(),
            command_id=uuid4(),
        )
        for client, before in zip(made, sent, strict=True):
            after = giving.record_of(clients.read(client), "lawyer")
            differs = {name for name in CORE if before.get(name) != after.get(name)}
            assert differs <= {
                "con_Consent",
                "cas_Status",
                "vic_TraffickingStatus",
                "cas_IncomingReferralDate",
            }
            assert (
                before.get("vic_TraffickingStatus", after["vic_TraffickingStatus"])
                == after["vic_TraffickingStatus"]
            )


def test_a_row_with_a_fault_stops_the_file_and_is_named(care: Town) -> None:
    answer = look(care, FILE.replace(b"Feminine", b"Vrouw"))
    html = answer.content.decode()
    assert answer.status_code == 422
    assert "In 1 rij klopt iets niet" in html
    assert "‘Vrouw’ staat niet in de lijst van dit veld" in html
    assert answer.context["take"] is None
    assert "Zorghuis Kanarie" in html, "what was typed stays"


def test_a_birth_date_that_nobody_reaches_is_a_fault_of_its_row(care: Town) -> None:
    html = look(care, FILE.replace(b"2011-05-06", b"1901-05-06")).content.decode()
    assert "Zo oud wordt niemand" in html


def test_a_hostile_or_endless_file_gets_a_sentence(care: Town) -> None:
    assert "geen enkel veld van HTCDS" in look(care, b"naam;adres\nx;y\n").content.decode()
    assert (
        "kon niet veilig worden geopend" in look(care, b"PK\x03\x04" + bytes(90), "x.xlsx").content.decode()
    )
    many = "prs_FirstName\n" + "Ada\n" * 100_000
    html = look(care, many.encode()).content.decode()
    assert "meer dan 250 rijen" in html
    assert "hoogstens 250 rijen" in html


def test_who_is_here_already_or_twice_in_the_file_is_pointed_out(care: Town) -> None:
    take(care, look(care))
    line = FILE.splitlines()[1]
    html = look(care, FILE + line + b"\r\n").content.decode()
    assert html.count("Lijkt op:") == 2


def test_what_the_form_carries_is_looked_at_again(care: Town) -> None:
    answer = look(care)
    assert take(care, answer, rows="onzin").status_code == 409
    assert take(care, answer, ground="omdat").status_code == 422
    assert files(care) == []


def test_without_consent_or_weighing_nothing_goes_and_everybody_concerned_is_named(care: Town) -> None:
    take(care, look(care))
    first, second = files(care)
    consent(care, first)
    answer = give(care, first, second)
    assert answer.status_code == 409
    assert "geen toestemming die geldt" in answer.content.decode()
    with scope(care.care.id):
        assert not exchange.fold(clients.read(first).happened).given


def test_a_file_goes_with_the_least_and_both_the_client_file_and_the_log_say_so(care: Town) -> None:
    take(care, look(care))
    for client in files(care):
        consent(care, client)
    answer = give(care, *files(care))
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith('attachment; filename="htcds-')
    text = answer.content.decode("utf-8-sig")
    assert NAME not in text
    assert "2011-05-06" not in text
    assert "example.nl" not in text
    assert "IllicitActivities" in text
    with scope(care.care.id):
        for client in files(care):
            [given] = exchange.fold(clients.read(client).happened).given
            assert (given.recipient, given.ground, given.form) == ("care_organisation", "consent", "csv")
            assert set(given.fields) <= {*TAKEN} - {"prs_FirstName", "prs_Birthdate"}
        deeds = ReadEntry.objects.filter(deed="export", address="care_exchange:give")
        assert {entry.object_id for entry in deeds} == set(files(care))
    html = care.visit(Client(), "care").get(f"/clienten/{files(care)[0]}/").content.decode()
    assert "Gegeven aan en gekregen van anderen" in html
    assert "Om verder te helpen" in html


def test_the_words_of_each_consent_are_read_and_chosen_before_a_file_is_made(care: Town) -> None:
    """V5: consent for one house is none for another."""
    take(care, look(care))
    client = files(care)[0]
    consent(care, client, who="Huis A")
    basis = f"basis_{client}"
    fields = {"clients": [str(client)], "recipient": "care_organisation", "who": "Huis B"}
    asked = care.visit(Client(), "care").post(
        f"{THERE}geven/",
        {
            **fields,
            "command": str(uuid4()),
            "purpose": "Om verder te helpen",
            "groups": ["case"],
            "form": "csv",
            "police": "no",
        },
    )
    html = asked.content.decode()
    assert asked.status_code == 200
    assert "Content-Disposition" not in asked
    for words in (
        "Een andere zorgorganisatie: Huis A. Toestemming van",
        "Huis B",
        "Om verder te helpen",
        basis,
    ):
        assert words in html
    for wrong in ("", "een-ander"):
        answer = give(care, client, **{basis: wrong})
        assert answer.status_code == 422
    with scope(care.care.id):
        assert not exchange.fold(clients.read(client).happened).given
    assert give(care, client).status_code == 200
    with scope(care.care.id):
        [confirmed] = [
            one.event for one in clients.read(client).events if isinstance(one.event, SharingConfirmed)
        ]
    assert confirmed == SharingConfirmed("care_organisation", *bases(care, client))


def test_a_name_goes_only_with_a_reason(care: Town) -> None:
    take(care, look(care))
    for client in files(care):
        consent(care, client)
    groups = {"groups": ["names"], "form": "excel"}
    refused = give(care, *files(care), **groups)
    assert refused.status_code == 422
    assert "Schrijf op waarom dit ook nodig is" in refused.content.decode()
    why = {"because": "De opvang moet weten wie komt"}
    nameless = give(care, *files(care), **why, **groups)
    assert nameless.status_code == 409
    assert "niets bekend bij: Persoon 2 uit het bestand" in nameless.content.decode()
    with scope(care.care.id):
        named = [client for client in files(care) if clients.state(clients.read(client)).described]
    answer = give(care, *named, **why, **groups)
    cells = [cell.value for row in load_workbook(BytesIO(answer.content)).worksheets[0] for cell in row]
    assert NAME in cells


def test_the_template_goes_out_without_our_column_and_with_the_names_of_the_standard(care: Town) -> None:
    take(care, look(care))
    client = files(care)[0]
    consent(care, client)
    answer = give(care, client, form="template")
    cells = [cell.value for row in load_workbook(BytesIO(answer.content)).active for cell in row]
    assert EXTENSION not in cells
    assert "vic_TypeOfExploitation" in cells


def test_more_values_than_a_template_has_room_for_are_named(care: Town) -> None:
    take(care, look(care))
    for client in files(care):
        consent(care, client)
    answer = give(care, *files(care), form="template_lists")
    assert answer.status_code == 409
    assert "Type of Exploitation" in answer.content.decode()


@pytest.mark.parametrize("visitor", ["director", "focal_point", "administrator"])
def test_only_the_coordinator_of_care_exchanges(care: Town, visitor: str) -> None:
    for page in ("", "geven/", "overnemen/", "sjabloon/"):
        assert care.visit(Client(), visitor).get(THERE + page).status_code in (403, 404)


def test_the_empty_template_is_as_iom_made_it(care: Town) -> None:
    a_client(care)
    answer = care.visit(Client(), "care").get(f"{THERE}sjabloon/")
    assert "no rows with data" in reading.read(answer.content, civil_date(now())).faults[0].what.en
