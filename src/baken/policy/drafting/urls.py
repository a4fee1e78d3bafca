"""Addresses to draft a policy."""

from django.urls import URLPattern, path

from baken.policy.drafting.views import drafts, elements, files, imports

DRAFT = "beleid/ontwerp/<uuid:draft>/"

urlpatterns: list[URLPattern] = [
    path("beleid/ontwerpen/", drafts.listing, name="drafts"),
    path("beleid/ontwerpen/nieuw/", drafts.start, name="draft_start"),
    path(DRAFT, drafts.page, name="draft"),
    path(f"{DRAFT}dag/", drafts.day, name="draft_day"),
    path(f"{DRAFT}wegleggen/", drafts.drop, name="draft_drop"),
    path(f"{DRAFT}oppakken/", drafts.take_up, name="draft_take_up"),
    path(f"{DRAFT}inlezen/", imports.bring_in, name="draft_import"),
    path(f"{DRAFT}wijziging/<int:number>/", files.change, name="draft_change"),
    path(f"{DRAFT}bestand/<path:name>/", files.edit, name="draft_file"),
    path(f"{DRAFT}onderdelen/<slug:section>/", elements.listing, name="draft_section"),
    path(f"{DRAFT}nieuw/<slug:section>/", elements.new, name="draft_new"),
    path(f"{DRAFT}onderdelen/<slug:section>/<str:element>/", elements.edit, name="draft_element"),
    path(f"{DRAFT}weg/<slug:section>/<str:element>/", elements.remove, name="draft_remove"),
    path(f"{DRAFT}terug/<slug:section>/<str:element>/", elements.restore, name="draft_restore"),
]
