"""What a file with a programme may be, and what opening it may cost. It imports nothing of Baken."""

MAX_FILE = 3_000_000
MAX_PARTS = 2_000
MAX_UNPACKED = 60_000_000
MAX_COLUMNS = 60
MAX_ROWS = 200
"""So many rows are taken at once: a programme has a dozen, one with many themes a hundred."""
MAX_LINES = 5_000
"""Rows that are looked at, empty ones and those of other tables included."""
MAX_TABLES = 100
MAX_CELL = 20_000
MAX_MADE = 8_000_000
MEMORY = 1_000_000_000
CPU_SECONDS = 15
WALL_SECONDS = 30
OPEN_FILES = 64

OK, DAMAGED, TOO_LARGE, MACROS, OTHER = 0, 3, 4, 5, 6
"""How it went: what was opened, could not be, is too large, holds a program, or is neither Excel nor Word."""

ZIP = b"PK\x03\x04"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an .xls or .doc of before 2007 begins, and any file of these programs with a password."""
PDF = b"%PDF"
