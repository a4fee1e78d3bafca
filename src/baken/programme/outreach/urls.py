"""Addresses: outreach to organisations, announcing the reporting point, and campaigns."""

from django.urls import URLPattern, path

from baken.programme.outreach import announcing, campaigns, contacts, proposing, running, views, withdrawing

app_name = "programme_outreach"

ROOM = "programma/voorlichting/"
urlpatterns: list[URLPattern] = [
    path(ROOM, views.overview, name="overview"),
    path(f"{ROOM}organisaties/", contacts.contacts, name="contacts"),
    path(f"{ROOM}organisaties/toevoegen/", contacts.add, name="add_contact"),
    path(f"{ROOM}organisaties/<uuid:line>/", contacts.contact, name="contact"),
    path(f"{ROOM}meldpunt/", announcing.announcements, name="announcements"),
    path(f"{ROOM}meldpunt/toevoegen/", announcing.add, name="add_announcement"),
    path(f"{ROOM}meldpunt/<uuid:line>/", announcing.announcement, name="announcement"),
    path(f"{ROOM}meldpunt/<uuid:line>/opnieuw/", announcing.again, name="again"),
    path(f"{ROOM}campagnes/", campaigns.campaigns, name="campaigns"),
    path(f"{ROOM}campagnes/plannen/<slug:kind>/", campaigns.plan_one, name="plan"),
    path(f"{ROOM}campagnes/<uuid:campaign>/", running.campaign, name="campaign"),
    path(f"{ROOM}campagnes/<uuid:campaign>/wijzigen/", campaigns.change, name="change"),
    path(f"{ROOM}campagnes/<uuid:campaign>/stap/", running.add_step, name="add_step"),
    path(f"{ROOM}campagnes/<uuid:campaign>/bereik/", running.reach, name="reach"),
    path(f"{ROOM}campagnes/<uuid:campaign>/vervalt/", running.drop, name="drop"),
    path(f"{ROOM}campagnes/<uuid:campaign>/pdf/", running.kit_pdf, name="kit_pdf"),
    path(f"{ROOM}stappen/<uuid:line>/", running.step, name="step"),
    path(f"{ROOM}stappen/<uuid:line>/klaar/", running.step_done, name="step_done"),
    path(f"{ROOM}aanleiding/<slug:kind>/", proposing.reasons, name="reasons"),
    path(f"{ROOM}aanleiding/<slug:kind>/voorstellen/", proposing.propose, name="propose"),
    path(f"{ROOM}aanleiding/<slug:kind>/registraties/", proposing.note_number, name="note_number"),
    path(f"{ROOM}voorstellen/<uuid:proposal>/", proposing.settle, name="settle"),
    path(f"{ROOM}terugnemen/<slug:sort>/<uuid:line>/", withdrawing.withdraw, name="withdraw"),
]
