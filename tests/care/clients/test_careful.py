"""What a coordinator is told before writing about a client."""

from tests.care.clients.filing import Filing


def test_where_there_is_no_reporter_nobody_is_warned_of_naming_one(file: Filing) -> None:
    page = file.get("dossier/hulpvraag/").content.decode()
    assert "Schrijf alleen wat nodig is om te helpen." in page
    assert "melder" not in page
