"""Addresses: meetings, their agendas and minutes, and the actions of all minutes."""

from django.urls import URLPattern, path

from baken.programme.meetings import agenda, doing, holding, minutes, views

app_name = "programme_meetings"

ROOM = "programma/overleggen/"
ONE = f"{ROOM}<uuid:meeting>/"
urlpatterns: list[URLPattern] = [
    path(ROOM, views.overview, name="overview"),
    path(f"{ROOM}plannen/", holding.plan, name="plan"),
    path(f"{ROOM}acties/", doing.actions, name="actions"),
    path(ONE, views.meeting, name="meeting"),
    path(f"{ONE}wijzigen/", holding.change, name="change"),
    path(f"{ONE}vervalt/", holding.drop, name="drop"),
    path(f"{ONE}ics/", holding.ics, name="ics"),
    path(f"{ONE}agenda/", agenda.tick, name="tick"),
    path(f"{ONE}agenda/onderwerp/", agenda.add_item, name="add_item"),
    path(f"{ONE}agenda/pdf/", views.agenda_pdf, name="agenda_pdf"),
    path(f"{ONE}besluit/", minutes.add_decision, name="add_decision"),
    path(f"{ONE}actie/", minutes.add_action, name="add_action"),
    path(f"{ONE}verslag/", minutes.lay_down, name="lay_down"),
    path(f"{ONE}verslag/pdf/", views.minutes_pdf, name="minutes_pdf"),
    path(f"{ROOM}onderwerpen/<uuid:line>/", agenda.item, name="item"),
    path(f"{ROOM}regels/<uuid:line>/", minutes.line, name="line"),
    path(f"{ROOM}regels/<uuid:line>/klaar/", doing.done, name="done"),
    path(f"{ROOM}regels/<uuid:line>/programma/", doing.to_plan, name="to_plan"),
    path(f"{ROOM}terugnemen/<slug:sort>/<uuid:line>/", holding.withdraw, name="withdraw"),
]
