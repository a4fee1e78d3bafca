"""Normalising and comparing what people wrote about people."""
