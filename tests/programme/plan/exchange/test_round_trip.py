"""What goes out comes back the same: a law over any edition, in both formats and languages (PROG-01, PROG-04)."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from baken.core.derive.ready import Standing
from baken.core.vocabulary.months import last_of_month, last_of_quarter
from baken.programme.plan import standing
from baken.programme.plan.exchange import columns, documents, judging, lines, matching, workbooks
from baken.programme.plan.exchange.judging import Frame
from baken.programme.plan.models import Action
from baken.web.fields import said, tidy
from tests.programme.plan.exchange.making import opened

BARRIERS = {"housing": "Huisvesting", "transport": "Vervoer en reizen"}
FRAME = Frame(
    date(2026, 1, 1), date(2029, 12, 31), date(2026, 1, 1), {id_: (name,) for id_, name in BARRIERS.items()}
)
STANDS = Standing("open", None, 0, 0, None)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

letters = st.characters(
    codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn", "Zl", "Zp", "Zs", "Nd", "Cf"]
)
words = letters | st.sampled_from(" ,.:3")
starts = st.sampled_from(["", "", "=", "+", "-", "@", "_x0041_", "'", "2 keer ", "€ "])
line_of = st.builds(
    lambda start, words: tidy(start + words).strip() or "x", starts, st.text(words, min_size=1, max_size=20)
)
names = st.builds(lambda words: tidy(words).strip(), st.text(words, min_size=2, max_size=15)).filter(
    lambda one: one and one[0].isalpha() and "  " not in one and not set(one) & {";", "•"}
)
days = st.dates(FRAME.first, FRAME.last)
whens: Any = st.one_of(
    st.just({"ready": "ongoing"}),
    st.builds(lambda on: {"ready": "date", "ready_on": on}, days),
    st.builds(lambda on: {"ready": "month", "ready_on": last_of_month(on.year, on.month)}, days),
    st.builds(lambda on: {"ready": "quarter", "ready_on": last_of_quarter(on)}, days),
    st.builds(
        lambda on, years: {
            "ready": "every",
            "ready_on": last_of_month(on.year, on.month),
            "month": on.month,
            "every_years": years,
        },
        days,
        st.integers(1, 20),
    ),
    st.builds(lambda times: {"ready": "times", "times": times}, st.integers(1, 12)),
)
actions = st.builds(
    lambda title, what, owner, partners, barrier, budget, when: Action(
        id=uuid4(),
        title=title,
        what="\n".join(what),
        owner=owner,
        partners=partners,
        barrier=barrier,
        budget=budget,
        **when,
    ),
    line_of,
    st.lists(line_of, max_size=3),
    names,
    st.lists(names, max_size=4, unique=True),
    st.sampled_from(["", *BARRIERS]),
    st.none() | st.integers(0, 100_000_000),
    whens,
)
labels = st.lists(
    st.from_regex(r"[1-9][0-9]?(\.[1-9][0-9]?){0,2}", fullmatch=True), min_size=1, max_size=5, unique=True
)


def told(action: Action) -> tuple[Any, ...]:
    return (
        action.label,
        action.title,
        action.what,
        action.owner,
        tuple(action.partners),
        action.barrier,
        action.budget,
        standing.ready_of(action),
    )


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("form", ["excel", "word"])
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_what_goes_out_comes_back_the_same(form: str, language: str, data: Any) -> None:
    numbers = data.draw(labels)
    sent = data.draw(st.lists(actions, min_size=len(numbers), max_size=len(numbers)))
    for action, label in zip(sent, numbers, strict=True):
        action.label = label
    with translation.override(language):
        paper = lines.Paper(
            title="=Programma",
            goal="Doel",
            about="Van nu",
            headings=[said(name) for name in columns.NAMES.values()],
            lines=[lines.line(standing.Row(one, [], STANDS), BARRIERS) for one in sent],
        )
        if form == "excel":
            made = workbooks.workbook(paper, "Programma", "")
        else:
            made = documents.document(paper, language, "", NOW)
    found = opened(made)
    rows = judging.judged(found.rows, FRAME)
    back = [
        (one.label, one.title, one.what, one.owner, one.partners, one.barrier, one.budget, one.ready)
        for one in rows
    ]
    assert back == [told(one) for one in sent]
    assert found.notes == ()
    assert all(one.possible for one in rows)
    assert all(one.same for one in matching.matched(rows, sent))
