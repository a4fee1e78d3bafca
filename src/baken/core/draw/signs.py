"""The signs of a drawing: a status, a lock, a gateway, a question. Each is also told in words beside it."""


def _full(inside: str) -> str:
    return f'<circle class="dr-sign-full" cx="8" cy="8" r="7.500"/><path class="dr-sign-cut" d="{inside}"/>'


def _open(inside: str) -> str:
    return f'<circle class="dr-sign-open" cx="8" cy="8" r="7"/><path class="dr-sign-line" d="{inside}"/>'


_ASKING = "M5.900 6.300a2.100 2.100 0 1 1 3.200 1.700c-.8.5-1.100.9-1.100 1.600m0 2.200v.2"
_PHONE = (
    "M4.700 1.300 6.400 1l1.300 3.200-1.400 1.100a8 8 0 0 0 4.400 4.400l1.100-1.400L15 9.600l-.3 1.700c-.2 1.100-1.100 "
    "1.900-2.200 1.800C7 12.900 3.100 9 2.900 3.500c-.1-1.100.7-2 1.800-2.200z"
)
SIGNS: dict[str, str] = {
    "done": _full("m4.600 8.400 2.400 2.300L11.600 5.800"),
    "due": _full("M4.500 8h6.600m-2.700-2.900L11.400 8l-3 2.900"),
    "overdue": (
        '<path class="dr-sign-full" d="M8 .6 15.800 15H.2z"/>'
        '<path class="dr-sign-cut" d="M8 5.500v4.600m0 2.300v.2"/>'
    ),
    "waiting": _open("M8 4.300V8l2.500 1.600"),
    "optional": '<circle class="dr-sign-open dr-sign-open--dashed" cx="8" cy="8" r="7"/>',
    "not_needed": _open("M4.800 8h6.400"),
    "cannot_tell": _open(_ASKING),
    "lock": (
        '<path class="dr-sign-shackle" d="M4.700 7.200V5a3.300 3.300 0 0 1 6.600 0v2.200"/>'
        '<rect class="dr-sign-key" x="2.800" y="7" width="10.400" height="7.800" rx="1.500"/>'
    ),
    "gate": '<path class="dr-sign-gate" d="M8 1.200 14.800 8 8 14.800 1.200 8z"/>',
    "question": _full(_ASKING),
    "advice": f'<path class="dr-sign-full" d="{_PHONE}"/>',
}
"""Drawn on 16 by 16."""


def sign(name: str, x: float, y: float, size: float) -> str:
    """Return a sign with its left upper corner at a place."""
    place = f"translate({x:g} {y:g}) scale({round(size / 16.0, 3):g})"
    return f'<g class="dr-sign dr-sign--{name}" transform="{place}">{SIGNS[name]}</g>'
