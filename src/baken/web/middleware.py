"""What every answer carries, and what no request may bring in."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase, HttpResponseNotAllowed

from baken.tenancy.slots import TooBusy
from baken.web import errors
from baken.web.allowing import policy_of
from baken.web.plain import readable_address, readable_form, room_for

Answer = Callable[[HttpRequest], HttpResponseBase]

CLOSED_FEATURES = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "usb",
    "xr-spatial-tracking",
)

HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in CLOSED_FEATURES),
}

YEAR = 365 * 24 * 3600
DRAIN = 32 * 1024 * 1024


class HeadersMiddleware:
    """Stands outermost, so that pages, redirects, errors and static files all carry the same headers."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = self.get_response(request)
        if isinstance(answer, HttpResponseNotAllowed) and not answer.content:
            allowed = answer["Allow"]
            answer = errors.wrong_method(request)
            answer["Allow"] = allowed
        answer["Content-Security-Policy"] = policy_of(answer)
        for name, value in HEADERS.items():
            answer[name] = value
        if not (request.path.startswith(settings.STATIC_URL) and answer.status_code in (200, 206, 304)):
            answer["Cache-Control"] = "no-store"
        if request.path != "/":
            answer["X-Robots-Tag"] = "noindex, noarchive"
        if request.is_secure():
            answer["Strict-Transport-Security"] = f"max-age={YEAR}; includeSubDomains"
        return answer


class BusyMiddleware:
    """Tells who logs in at a busy moment to wait; what a view wrote is undone further inward."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponseBase | None:
        """Answer only for a lack of room; anything else is an error as any other."""
        return errors.busy(request) if isinstance(exception, TooBusy) else None


class PlainRequestMiddleware:
    """Turns away what is too large or is no text, before anything is read, kept or logged."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE  # Django's own, which would answer without saying why
        size = _declared_size(request)
        if size is None:
            return errors.bad_request(request)
        if size > limit and size > room_for(request):
            _drain(request, min(size, DRAIN))
            return errors.too_large(request)
        if not readable_address(request):
            return errors.bad_request(request)
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Turn away a form that is no text, unless the view mends it without losing what was typed."""
        control_too, files_too = getattr(view, "mends_its_text", False), getattr(view, "takes_files", False)
        if readable_form(request, control_too=control_too, files_too=files_too):
            return None
        return errors.bad_request(request)


def _declared_size(request: HttpRequest) -> int | None:
    """How many bytes the body says to have; None where it says something that is no size."""
    stated = request.META.get("CONTENT_LENGTH") or "0"
    return int(stated) if stated.isascii() and stated.isdigit() else None


def _drain(request: HttpRequest, size: int) -> None:
    """Read and forget what is under way: a browser shows our answer only once it could send all of it."""
    while size > 0:
        read = len(request.read(min(size, 65536)))
        if read == 0:
            return
        size -= read
