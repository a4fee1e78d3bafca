"""Sending one mail: a neutral sender, a few fixed words, and nothing that says whom or what it is about (V29).

`BAKEN_MAIL` says through which server (`smtp://user:password@host:587`, or `smtps://` for TLS from the first word) and
`BAKEN_MAIL_FROM` from whom. Without them Baken sends no mail, and asks nobody for an address.
"""

from dataclasses import dataclass, field
from email.utils import make_msgid, parseaddr
from smtplib import SMTPDataError, SMTPRecipientsRefused
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

HERE = ("localhost", "127.0.0.1", "::1")
PATIENCE = 20  # seconds
REPORTER = (
    "Er is een bericht voor u / There is a message for you",
    "Er staat een bericht voor u klaar. U leest het op de plek waar u om deze mail vroeg, met uw code.\n"
    "Wij hebben uw e-mailadres nu gewist. U krijgt geen mail meer, en antwoorden op deze mail kan niet.\n"
    "\n"
    "There is a message for you. You can read it where you asked for this mail, with your code.\n"
    "Your address has now been erased. You will get no more mail, and nobody reads answers to this one.\n",
)
STAFF = (
    "Er is iets voor u / There is something for you",
    "Er staat iets voor u klaar. Log in om te zien wat.\n\nThere is something for you. Log in to see what.\n",
)


class BadSettings(ValueError):
    """The settings for mail cannot be used. Says which, and how they are written."""


class NotTaken(RuntimeError):
    """This one mail was not taken; others may be. Holds no address, as what a mail server says does."""


@dataclass(frozen=True, slots=True)
class Server:
    """Through which server mail goes."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    tls: str = ""  # "first" from the first word, "later" after STARTTLS, nothing on this machine


def server(url: str) -> Server:
    """Read BAKEN_MAIL. Mail never leaves this machine without TLS."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise BadSettings("BAKEN_MAIL is no mail server. Write it like smtp://user:password@host:587.")
    first = parts.scheme == "smtps"
    later = not first and parts.hostname not in HERE
    return Server(
        host=parts.hostname,
        port=port or (465 if first else 587),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls="first" if first else "later" if later else "",
    )


def sender(text: str) -> str:
    """Read BAKEN_MAIL_FROM: an address, perhaps with a name that tells nobody anything."""
    _name, address = parseaddr(text)
    if "@" not in address or any(sign in text for sign in "\r\n"):
        raise BadSettings("BAKEN_MAIL_FROM is no address. Write it like Bericht <bericht@example.nl>.")
    return text


def possible() -> bool:
    """Whether this installation sends mail."""
    return bool(settings.BAKEN_MAIL and settings.BAKEN_MAIL_FROM)


def send(to: str, words: tuple[str, str]) -> None:
    """Send one mail. Raises `NotTaken` where it is about this address or this mail, otherwise what went wrong."""
    there, by = server(settings.BAKEN_MAIL), sender(settings.BAKEN_MAIL_FROM)
    connection = get_connection(
        "django.core.mail.backends.smtp.EmailBackend",
        host=there.host,
        port=there.port,
        username=there.user,
        password=there.password,
        use_ssl=there.tls == "first",
        use_tls=there.tls == "later",
        timeout=PATIENCE,
    )
    subject, text = words
    headers = {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Message-ID": make_msgid(domain=parseaddr(by)[1].rpartition("@")[2]),  # not the name of this machine
    }
    try:
        EmailMessage(subject, text, by, [to], connection=connection, headers=headers).send()
    except (SMTPRecipientsRefused, SMTPDataError, ValueError) as error:
        raise NotTaken(type(error).__name__) from None
