"""The web server itself tells nothing about what it is, and repeats nothing of what it refuses (R10)."""

import os
import socket
import subprocess
import sys
import time

import pytest


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A real gunicorn with an application of one line."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("app")
    (folder / "tiny.py").write_text(
        "def app(environ, start):\n    start('200 OK', [('X-Tiny', '1')])\n    return [b'hello']\n"
    )
    command = [sys.executable, "-m", "baken.project.web", "-b", f"127.0.0.1:{number}", "-w", "1", "tiny:app"]
    environ = {**os.environ, "PYTHONPATH": str(folder)}
    log = (folder / "log").open("w")
    running = subprocess.Popen(command, cwd=folder, env=environ, stdout=log, stderr=log)
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", number)) == 0:
                    break
            time.sleep(0.1)
        yield number, folder / "log"
    finally:
        running.terminate()
        running.wait(10)


def ask(port: int, words: bytes) -> str:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(words)
        pieces = []
        while piece := line.recv(65536):
            pieces.append(piece)
    return b"".join(pieces).decode()


def test_an_answer_does_not_say_which_server_gave_it(server):
    answer = ask(server[0], b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    assert "X-Tiny" in answer
    assert "unicorn" not in answer
    assert "Server:" not in answer


def test_what_is_no_request_gets_a_clear_page_with_closed_headers_and_is_not_logged(server):
    answer = ask(server[0], b"GEHEIM marked\r\n\r\n")
    assert answer.startswith("HTTP/1.1 400")
    assert "default-src 'none'" in answer
    assert "Cache-Control: no-store" in answer
    assert "Dit kunnen we niet lezen" in answer
    assert "marked" not in answer
    assert "unicorn" not in answer
    for _ in range(50):
        told = server[1].read_text()
        if "Invalid request" in told:
            break
        time.sleep(0.1)
    assert "Invalid request" in told
    assert "marked" not in told
    assert "127.0.0.1" not in told
