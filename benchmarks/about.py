"""What stands beside every figure: when, on what machine, and how busy that machine was."""

import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles


def machine() -> str:
    """Return the date, processor, cores, Python and load of the last minute, on one line."""
    lines = Path("/proc/cpuinfo").read_text("utf-8") if Path("/proc/cpuinfo").exists() else ""
    name = next((line.partition(":")[2].strip() for line in lines.splitlines() if "model name" in line), "")
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M")
    return (
        f"{now} UTC, {platform.machine()} {name or platform.processor()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}"
    )


def p50_p95(taken: Sequence[float], unit: str = "ms") -> str:
    """Return the median and the 95th percentile in words."""
    return f"p50 {median(taken):.1f} {unit}, p95 {p95(taken):.1f} {unit} ({len(taken)} times)"


def p95(taken: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(taken, n=20, method="inclusive")[-1]


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
