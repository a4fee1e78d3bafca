"""A password of words that everybody here would try first is refused, and one of other words is not (ASVS V6.2.11)."""

import pytest
from django.core.exceptions import ValidationError

from baken.account.forms import ChoosePasswordForm
from baken.tenancy import passphrases
from baken.tenancy.actions import create_organisation
from baken.tenancy.place_words import LEFT, PlaceWordsValidator, left, words
from tests.tenants.town import PASSPHRASE, PASSWORD, Town

MOSTLY = (
    "Woerden-mensenhandel-2026!",
    "baken baken baken",
    "MontfoortBeheerder1234",
    "Aandachtsfunctionaris2026",
    "welkom gemeente woerden zomer",
    "wóérden méldpunt",
)


@pytest.mark.parametrize("password", MOSTLY)
def test_words_of_the_place_alone_are_refused_with_why(town: Town, password: str) -> None:
    form = ChoosePasswordForm({"password": password, "again": password})
    assert not form.is_valid()
    assert "woorden van uw werk" in str(form.errors["password"])
    weak = passphrases.weakness(password)
    assert weak is not None


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        PASSPHRASE,
        "paarse fiets woerden",
        "drie vossen bij de gemeente",
        "kalme otter leest kranten",
    ],
)
def test_other_words_may_stand_beside_them(town: Town, password: str) -> None:
    PlaceWordsValidator().validate(password)
    assert ChoosePasswordForm({"password": password, "again": password}).is_valid()


def test_an_organisation_that_comes_later_is_known_at_once(town: Town) -> None:
    PlaceWordsValidator().validate("zwammerdamzwammerdam")
    create_organisation(slug="zwammerdam", name="Gemeente Zwammerdam", kind="municipality", now=town.now)
    with pytest.raises(ValidationError):
        PlaceWordsValidator().validate("zwammerdamzwammerdam")


def test_what_is_left_is_counted_without_accents_digits_and_signs(town: Town) -> None:
    assert left("Wóerden-42 vos!", {"woerden"}) == "vos"
    assert {"baken", "woerden", "montfoort", "aandachtsfunctionaris"} <= words()
    assert LEFT == 8
