"""Canaries: nothing that lets somebody in can be read from what is stored."""

import pyotp
from django.test import Client

from baken.account import app, recovery
from tests.account.conftest import SECRET, codes_on, password, with_app
from tests.account.test_second_step import secret_on
from tests.rules.stored import rows
from tests.scanning import found_in
from tests.tenants.town import PASSWORD, Town

CONTROL = "Persoon focal_point"


def test_no_secret_of_an_app_and_no_recovery_code_lies_in_the_clear(town: Town) -> None:
    person = town.people["focal_point"]
    with_app(person)
    codes = recovery.make(person.id)
    plain = [code.replace("-", "") for code in codes]
    sought = [SECRET, pyotp.TOTP(SECRET).byte_secret().hex(), *codes, *plain, PASSWORD, CONTROL]
    assert found_in(rows(town), sought) == {CONTROL}


def test_a_secret_that_is_being_set_up_does_not_lie_there_either(client: Client, town: Town) -> None:
    password(client)
    secret = secret_on(client.get("/account/app/").content.decode())
    assert found_in(rows(town), [secret, CONTROL]) == {CONTROL}
    done = client.post("/account/app/", {"code": pyotp.TOTP(secret).now()})
    codes = codes_on(done.content.decode())
    assert found_in(rows(town), [secret, *codes, CONTROL]) == {CONTROL}


def test_a_sealed_secret_of_one_person_does_not_open_for_another(town: Town) -> None:
    from baken.account.sealing import Damaged

    box = app.closed(SECRET, town.people["lead"].id)
    assert app.opened(box, town.people["lead"].id) == SECRET
    try:
        app.opened(box, town.people["focal_point"].id)
    except Damaged:
        return
    raise AssertionError("it opened")
