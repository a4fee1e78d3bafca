"""How wide words are, judged on the safe side for every usual sans serif, and how they break over lines."""

_EM: dict[str, float] = {
    **dict.fromkeys("ijl|'’", 0.3),
    **dict.fromkeys(" .,:;!I", 0.33),
    **dict.fromkeys('ft-()[]r"/\\J', 0.43),
    **dict.fromkeys("cksvxyz?*_^`", 0.57),
    **dict.fromkeys("0123456789abdeghnopqu", 0.64),
    **dict.fromkeys("w", 0.82),
    **dict.fromkeys("ABCEFKLPRSTVXYZ", 0.7),
    **dict.fromkeys("DGHNOQU", 0.79),
    **dict.fromkeys("mM%@W", 1.0),
}
_OTHER = 0.66
_WIDE = 1.0
_BOLD = 1.07


def width_of(words: str, size: float, bold: bool = False) -> float:
    """Return how wide these words can be."""
    ems = sum(_EM.get(sign, _OTHER if ord(sign) < 0x250 else _WIDE) for sign in words)
    return ems * size * (_BOLD if bold else 1.0)


def wrapped(words: str, size: float, room: float, bold: bool = False, first: float = 0.0) -> list[str]:
    """Return the words as lines that fit; the first line begins `first` further on. A long word is broken."""
    lines: list[str] = []
    line = ""
    for word in words.split():
        left = room - (first if not lines else 0.0)
        joined = f"{line} {word}" if line else word
        if width_of(joined, size, bold) <= left:
            line = joined
            continue
        if line:
            lines.append(line)
            left = room
        *broken, line = _pieces(word, size, left, room, bold)
        lines.extend(broken)
    if line:
        lines.append(line)
    return lines


_JOINTS = ("ings", "ouwens", "heids", "eids", "itie", "inder", "ingen")
_VOWELS = frozenset("aeiouyáàäéèëíïóöúüAEIOUY")


def _cut(word: str, size: float, left: float, bold: bool) -> int:
    """Return where to break a word: at the last hyphen or syllable that fits, as far as that can be seen."""
    most = len(word) - 1
    while most > 1 and width_of(word[:most] + "-", size, bold) > left:
        most -= 1
    good = [cut for cut in range(3, most + 1) if _syllable(word, cut)]
    hyphens = [cut for cut in range(3, most + 1) if word[cut - 1] == "-"]
    joints = [cut for cut in range(5, min(most, len(word) - 4) + 1) if word[:cut].endswith(_JOINTS)]
    return max(hyphens, default=0) or max(joints, default=0) or max(good, default=most)


def _syllable(word: str, cut: int) -> bool:
    """Return whether a syllable seems to end here: one consonant goes with what follows, two are divided."""
    if cut + 2 >= len(word) or not word[cut - 1 : cut + 2].isalpha():
        return False
    before, after, then = (sign in _VOWELS for sign in word[cut - 1 : cut + 2])
    if not before and word[cut - 2] not in _VOWELS and word[cut - 3 : cut] not in ("ngs", "nds", "rds"):
        return False
    return not after and then and word[cut - 1 : cut + 1] not in ("ch", "sc")


def balanced(words: str, size: float, room: float, bold: bool = False, first: float = 0.0) -> list[str]:
    """Return the words as few lines as fit, about equally long, so that no word stands alone below the others."""
    lines = wrapped(words, size, room, bold, first)
    broken = sum(line.endswith("-") for line in lines)
    for part in range(60, 100, 4):
        tried = wrapped(words, size, room * part / 100, bold, first)
        if len(tried) == len(lines) and sum(line.endswith("-") for line in tried) <= broken:
            return tried
    return lines


def _pieces(word: str, size: float, left: float, room: float, bold: bool) -> list[str]:
    """Return a word in pieces that fit, with hyphens; most words are one piece."""
    pieces: list[str] = []
    while width_of(word, size, bold) > left:
        cut = _cut(word, size, left, bold)
        pieces.append(word[:cut] + ("" if word[cut - 1] == "-" else "-"))
        word, left = word[cut:], room
        if len(word) <= 1:
            break
    pieces.append(word)
    return pieces
