"""The read log, the processing log, and their seals."""
