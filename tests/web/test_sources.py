"""Who says so: the document by its title, once."""

from datetime import date

from baken.core.policy.resolve import resolve
from baken.core.vocabulary.text import Text
from baken.project.policies import library
from baken.web import sources


def test_a_document_whose_name_ends_its_own_title_is_titled_once_however_often_it_is_asked() -> None:
    bundle = resolve(library(), "woerden", date.max)
    told = "meldpunten, CoMensha; copen-beleid, bijlage 1"
    once = sources.titled(bundle, Text(told, told))
    assert once.nl.startswith(
        "Openbare gegevens van landelijke meldpunten, CoMensha; Beleid mensenhandel van "
    )
    assert sources.titled(bundle, once) == once


def test_the_numbers_of_requirements_are_for_who_writes_policies() -> None:
    told = Text(
        "wie nog niet antwoordde (ROUTE-17, MEET-04). Anders.", "who did not answer yet (ROUTE-17). Else."
    )
    assert sources.readable(told) == Text("wie nog niet antwoordde. Anders.", "who did not answer yet. Else.")
