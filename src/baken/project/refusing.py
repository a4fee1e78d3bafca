"""What gunicorn itself answers, before Baken sees a request: in our words, with our headers, without a banner."""

import socket

from gunicorn import util
from gunicorn.http.wsgi import Response

from baken.web.allowing import policy_of
from baken.web.middleware import HEADERS

WORDS = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Dit kunnen we niet lezen</title></head>
<body><main><h1>Dit kunnen we niet lezen</h1>
<p>Uw browser stuurde iets dat geen geldige vraag is. Er is niets bewaard. Ga terug en probeer het opnieuw.</p>
<p lang="en">We cannot read what your browser sent. Nothing was kept. Go back and try again.</p>
<p>Is er nu gevaar? Bel <a href="tel:112">112</a>.</p></main></body></html>
"""


def refuse(client: socket.socket, status: int, reason: str, message: str) -> None:
    """Answer what is no request at all; what was wrong with it is not repeated."""
    body = WORDS.encode()
    told = {
        "Connection": "close",
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(body)),
        "Cache-Control": "no-store",
        "X-Robots-Tag": "noindex, noarchive",
        "Content-Security-Policy": policy_of(None),
        **HEADERS,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    util.write_nonblock(client, f"HTTP/1.1 {status} {reason}\r\n{head}\r\n".encode() + body)


def teach_gunicorn() -> None:
    """Make gunicorn answer so, and keep to itself what it is."""
    usual = Response.default_headers
    Response.default_headers = lambda answer: [
        line for line in usual(answer) if not line.startswith("Server:")
    ]
    util.write_error = refuse
