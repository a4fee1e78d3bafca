"""Runs gunicorn with a logger that writes no addresses; `baken serve` starts it."""

import sys
from typing import Any

from gunicorn.app.wsgiapp import WSGIApplication
from gunicorn.glogging import Logger
from gunicorn.http.wsgi import Response

from baken.project.logs import Discreet


class DiscreetLogger(Logger):  # type: ignore[misc]
    """Gunicorn's own log without IP addresses or paths; there is no access log at all."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Discreet())


def without_banner() -> None:
    """This function will keep gunicorn from telling every visitor what it is."""
    told = Response.default_headers
    Response.default_headers = lambda self: [line for line in told(self) if not line.startswith("Server:")]


def main() -> None:
    """This function will run the web server with the arguments of gunicorn."""
    without_banner()
    logger = f"{__spec__.name}.DiscreetLogger" if __spec__ else "baken.project.web.DiscreetLogger"
    sys.argv[1:1] = [
        "--logger-class",
        logger,
        "--log-level",
        "warning",
        "--timeout",
        "60",
        "--graceful-timeout",
        "10",
    ]
    WSGIApplication("%(prog)s [OPTIONS] [APP_MODULE]", prog="baken-web").run()


if __name__ == "__main__":
    main()
