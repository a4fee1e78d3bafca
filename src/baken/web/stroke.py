"""Answers that leave on the stroke, so that the time they took tells nothing.

Behind a right return code lies more work than behind a wrong one. Whoever can see when answers pass by, but not what
is in them, could tell the two apart. So an answer to a code waits for the next stroke since it was asked.
"""

import math
import time
from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]

STROKE = 0.1  # seconds; ten times what the work behind a right code takes on two cores
TOO_MANY = 429
WITH_A_CODE = ("/terugkoppeling/", "/terugkoppeling/mail/")


class StrokeMiddleware:
    """Stands outside everything that works on a code, its transaction included.

    Who is told to wait, because too many wrong codes came in, gets that answer at once: it holds no secret, and a
    thread that sleeps for it would be missed elsewhere.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        begun = time.monotonic()
        answer = self.get_response(request)
        if request.method == "POST" and request.path_info in WITH_A_CODE and answer.status_code != TOO_MANY:
            time.sleep(left(time.monotonic() - begun))
        return answer


def left(taken: float) -> float:
    """Return how many seconds remain until the next stroke, after `taken` seconds of work."""
    return math.ceil(taken / STROKE) * STROKE - taken
