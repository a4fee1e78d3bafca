"""Who may see the addresses of the programme out and in, and of the year on one page."""

from tests.tenants.programme_exchange_things import a_programme, an_edition
from tests.tenants.urls_rows import CARE, ELSEWHERE, HANDLERS, Row, page

READERS = (*HANDLERS, "adviser")
ROWS: dict[str, Row] = {
    f"programme_plan:{name}": page(
        *READERS, of=an_edition, neighbour=404, outsider=404, care=404, director=404
    )
    for name in ("excel", "word", "agenda")
} | {
    "programme_plan:bring_in": page(*READERS, *ELSEWHERE, of=a_programme),
    **{
        f"programme_plan:{name}": page(*READERS, *ELSEWHERE, *CARE, of=a_programme)
        for name in ("year", "year_sheet")
    },
    "programme_plan:take_in": page(*READERS, *ELSEWHERE, of=a_programme, post=True),
}
