"""Addresses: evaluation: questions, a frozen data set, findings, decisions."""

from django.urls import path

from baken.programme.evaluation import acts, deciding, finding, handing, papers, views

app_name = "programme_evaluation"
_ONE = "programma/evaluatie/<uuid:evaluation>"

urlpatterns = [
    path("programma/evaluatie/", views.overview, name="overview"),
    path("programma/evaluatie/beginnen/", acts.start, name="start"),
    path(f"{_ONE}/", views.evaluation, name="evaluation"),
    path(f"{_ONE}/wijzigen/", acts.change, name="change"),
    path(f"{_ONE}/vraag/", acts.question, name="question"),
    path(f"{_ONE}/cijfers/", views.figures, name="figures"),
    path(f"{_ONE}/vastzetten/", acts.freeze, name="freeze"),
    path(f"{_ONE}/bevinding/", finding.add, name="finding"),
    path(f"{_ONE}/overnemen/", finding.take_up, name="take_up"),
    path(f"{_ONE}/besluit/", deciding.add, name="conclusion"),
    path(f"{_ONE}/afsluiten/", acts.close, name="close"),
    path(f"{_ONE}/delen/", handing.share, name="share"),
    path(f"{_ONE}/regio/", views.region, name="region"),
    path(f"{_ONE}/verslag/pdf/", papers.report_pdf, name="pdf"),
    path(f"{_ONE}/verslag/word/", papers.report_word, name="word"),
    path(f"{_ONE}/raadsbrief/", papers.letter, name="letter"),
    path("programma/evaluatie/bevinding/<uuid:finding>/wijzigen/", finding.change, name="change_finding"),
    path(
        "programma/evaluatie/besluit/<uuid:conclusion>/wijzigen/", deciding.change, name="change_conclusion"
    ),
    path("programma/evaluatie/besluit/<uuid:conclusion>/actie/", deciding.make_action, name="make_action"),
    path("programma/evaluatie/<slug:sort>/<uuid:line>/terugnemen/", acts.withdraw, name="withdraw"),
]
