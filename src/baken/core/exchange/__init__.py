"""The Human Trafficking Case Data Standard (HTCDS) 2.0: its fields and lists, and how to read and write them."""
