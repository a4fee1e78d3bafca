"""The programme to look at and to fill in, as a policy adviser does (PROG-01, PROG-05, PROG-06)."""

from tests.programme.plan.planning import Planning


def test_every_page_is_there(there: Planning) -> None:
    assert "Er is nog geen programma in gebruik" in there.text()
    there.text("uitvoering/")
    there.text("uitvoering/leeg/")
    edition = there.edition()
    action = there.action(edition, label="1.1")
    progress = there.progress(action)
    there.text()
    there.text("uitvoering/")
    for page in ("", "wijzigen/", "volgende/", "actie/"):
        there.text(f"uitvoering/{edition.id}/{page}")
    for page in ("", "wijzigen/", "voortgang/", "stoppen/"):
        there.text(f"uitvoering/actie/{action.id}/{page}")
    there.text(f"uitvoering/voortgang/{progress.id}/terugnemen/")
