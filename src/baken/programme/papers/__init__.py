"""Flanking policies, documents and budget."""
