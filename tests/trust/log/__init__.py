"""The read log as supervision sees it."""
