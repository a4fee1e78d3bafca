"""The tables of terms."""
