"""Addresses of training: what there is, what was given, who was reached, and the kit for a team meeting."""

from django.urls import path

from baken.programme.training import catalogue, checks, frame, groups, kit, owing, planning, reaching, views

app_name = "programme_training"
HERE = "programma/trainingen/"

urlpatterns = [
    path(HERE, views.overview, name="overview"),
    path(f"{HERE}bereik/", reaching.overview, name="reach"),
    path(f"{HERE}catalogus/", catalogue.overview, name="catalogue"),
    path(f"{HERE}catalogus/toevoegen/", catalogue.add, name="add_course"),
    path(f"{HERE}catalogus/<uuid:course>/", catalogue.change, name="course"),
    path(f"{HERE}groepen/", groups.overview, name="groups"),
    path(f"{HERE}groepen/toevoegen/", groups.add, name="add_group"),
    path(f"{HERE}groepen/<slug:key>/", groups.change, name="group"),
    path(f"{HERE}groepen/<slug:key>/niet-hier/", groups.leave, name="leave"),
    path(f"{HERE}nagekeken/", checks.overview, name="checks"),
    path(f"{HERE}nagekeken/vastleggen/", checks.add, name="add_check"),
    path(f"{HERE}nagekeken/<uuid:check>/", checks.change, name="check"),
    path(f"{HERE}werkoverleg/", kit.choose, name="kit"),
    path(f"{HERE}werkoverleg/<slug:work>/", kit.kit, name="kit_for"),
    path(f"{HERE}werkoverleg/<slug:work>/pdf/", kit.sheet, name="kit_pdf"),
    path(f"{HERE}plannen/", planning.plan, name="plan"),
    path(f"{HERE}actie/<slug:key>/<slug:about>/", owing.action, name="action"),
    path(f"{HERE}terugnemen/<slug:sort>/<uuid:line>/", frame.withdraw, name="withdraw"),
    path(f"{HERE}<uuid:session>/", planning.session, name="session"),
    path(f"{HERE}<uuid:session>/wijzigen/", planning.change, name="change"),
    path(f"{HERE}<uuid:session>/gegeven/", planning.given, name="given"),
    path(f"{HERE}<uuid:session>/verzetten/", planning.moved, name="moved"),
    path(f"{HERE}<uuid:session>/vervallen/", planning.dropped, name="dropped"),
]
