"""The answer to a return code leaves on the stroke, whatever lay behind the code (R9)."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from baken.web import stroke


@given(st.floats(0, 5, allow_nan=False))
def test_an_answer_waits_for_the_next_stroke_and_never_longer(taken: float) -> None:
    waits = stroke.left(taken)
    assert 0 <= waits <= stroke.STROKE + 1e-9
    strokes = (taken + waits) / stroke.STROKE
    assert strokes == pytest.approx(round(strokes), abs=1e-6)


@pytest.mark.parametrize(
    ("method", "path", "status", "waits"),
    [
        ("post", "/terugkoppeling/", 200, True),
        ("post", "/terugkoppeling/", 429, False),
        ("get", "/terugkoppeling/", 200, False),
        ("post", "/terugkoppeling/mail/", 200, True),
        ("post", "/melden/woerden/", 200, False),
    ],
)
def test_only_an_answer_to_a_code_waits(
    monkeypatch: pytest.MonkeyPatch, method: str, path: str, status: int, waits: bool
) -> None:
    slept: list[float] = []
    monkeypatch.setattr(stroke.time, "sleep", slept.append)
    answer = stroke.StrokeMiddleware(lambda request: HttpResponse(status=status))
    answer(getattr(RequestFactory(), method)(path))
    assert bool(slept) == waits
