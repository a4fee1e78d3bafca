"""Laws are tried on random signals; a busy machine must not make one fail."""

from hypothesis import settings

settings.register_profile("core", max_examples=60, deadline=None)
settings.load_profile("core")
