"""What a workbook may be and what opening it may cost. Read by both sides; it imports nothing of Baken."""

MAX_FILE = 5_000_000
MAX_PARTS = 300
MAX_UNPACKED = 150_000_000
MAX_COLUMNS = 500
MAX_ROWS = 1_000
"""So many people are read: as many as IOM's template has rows for."""
MAX_MADE = 250
"""For so many people files are opened at once; on a busy machine that takes a quarter of a minute."""
READ_ROWS = MAX_ROWS + 3
"""Rows with something in them that are handed over: two of header, and one too many to see that there are too many."""
MAX_LINES = 50_000
"""Rows that are looked at, empty ones included."""
MAX_TABLE = 60_000_000
MEMORY = 1_000_000_000
CPU_SECONDS = 20
WALL_SECONDS = 30
OPEN_FILES = 64

OK, DAMAGED, TOO_LARGE, LOCKED, MACROS = 0, 3, 4, 5, 6

ZIP = b"PK\x03\x04"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a workbook with a password begins, and an .xls of before 2007."""
