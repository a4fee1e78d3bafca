"""A real mail server on this machine, so that a test reads what was really sent."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest
from aiosmtpd.controller import Controller


class Postbox:
    """Keeps every mail that comes in, with who it came from and where it went."""

    def __init__(self) -> None:
        self.mails: list[tuple[str, list[str], Message]] = []
        self.refuse = False
        self.unknown = ""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        """Know everybody but one."""
        if address == self.unknown:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 known"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Take a mail in, or refuse it as a server that is full does."""
        if self.refuse:
            return "451 try again later"
        self.mails.append((envelope.mail_from, envelope.rcpt_tos, message_from_bytes(envelope.content)))
        return "250 taken"


@contextmanager
def opened() -> Iterator[tuple[Postbox, dict[str, str]]]:
    """A postbox that takes mail in, with the settings by which Baken sends it there."""
    box = Postbox()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield (
            box,
            {
                "BAKEN_MAIL": f"smtp://127.0.0.1:{port}",
                "BAKEN_MAIL_FROM": "Bericht <bericht@voorbeeld.example>",
            },
        )
    finally:
        server.stop()


@pytest.fixture
def postbox(settings: Any) -> Iterator[Postbox]:
    """Where mail arrives; Baken is set to send it there."""
    with opened() as (box, words):
        for name, value in words.items():
            setattr(settings, name, value)
        yield box
