"""Flanking policies, documents and budget: as a Django app."""

from django.apps import AppConfig


class ProgrammePapersConfig(AppConfig):
    """Flanking policies, documents and budget."""

    name = "baken.programme.papers"
    label = "programme_papers"
    verbose_name = "Flankerend beleid, documenten en budget"
