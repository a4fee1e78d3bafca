"""Addresses to read a policy."""

from django.urls import path, register_converter

from baken.policy.reading import views
from baken.policy.reading.book import PARTS


class PartConverter:
    """A page of the policy: the address of a draft or a proposal is none."""

    regex = "|".join(PARTS)

    def to_python(self, value: str) -> str:
        """Return the page as it is in the address."""
        return value

    def to_url(self, value: str) -> str:
        """Return the page as it is in the address."""
        return value


register_converter(PartConverter, "policy_part")

urlpatterns = [
    path("beleid/", views.read, name="read"),
    path("beleid/<policy_part:part>/", views.part, name="part"),
    path("beleid/gevallen/", views.cases, name="cases"),
    path("beleid/vergelijken/", views.compare, name="compare"),
    path("beleid/geschiedenis/", views.history, name="history"),
    path("beleid/zoeken/", views.search, name="search"),
    path("beleid/map.zip", views.folder, name="folder"),
]
