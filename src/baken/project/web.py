"""Runs gunicorn with a logger that writes no addresses; `baken serve` starts it."""

import sys
from typing import Any

from gunicorn.app.wsgiapp import WSGIApplication
from gunicorn.glogging import Logger

from baken.project.logs import Discreet
from baken.project.refusing import teach_gunicorn


class DiscreetLogger(Logger):  # type: ignore[misc]
    """Gunicorn's own log without IP addresses or paths; there is no access log at all."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Discreet())


def main() -> None:
    """This function will run the web server with the arguments of gunicorn."""
    teach_gunicorn()
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
