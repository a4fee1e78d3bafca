"""Addresses: flanking policies, documents and budget."""

from django.urls import path

from baken.programme.papers import budget, papers, views

app_name = "programme_papers"

urlpatterns = [
    path("programma/documenten/", views.overview, name="overview"),
    path("programma/documenten/toevoegen/", papers.add, name="add"),
    path("programma/documenten/overnemen/", papers.adopt, name="adopt"),
    path("programma/documenten/terrein/<slug:slug>/", views.field, name="field"),
    path("programma/documenten/terrein/<slug:slug>/noteren/", views.note, name="note"),
    path("programma/documenten/terrein/<slug:slug>/actie/", views.field_action, name="field_action"),
    path("programma/documenten/<uuid:paper>/", papers.change, name="change"),
    path("programma/documenten/<uuid:paper>/opvolger/", papers.replace, name="replace"),
    path("programma/documenten/<uuid:paper>/actie/", papers.act_on, name="act_on"),
    path("programma/documenten/<uuid:paper>/terugnemen/", papers.withdraw, name="withdraw"),
    path("programma/budget/", budget.overview, name="budget"),
    path("programma/budget/toevoegen/", budget.add, name="add_line"),
    path("programma/budget/overnemen/<int:year>/", budget.adopt, name="adopt_lines"),
    path("programma/budget/<uuid:line>/", budget.change, name="change_line"),
    path("programma/budget/<uuid:line>/terugnemen/", budget.withdraw, name="withdraw_line"),
]
