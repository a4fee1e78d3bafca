"""Addresses of the care offer, of what is missing in it, of advice given, and of information for clients."""

from django.urls import path

from baken.care.offer import counts, leaflets, views

app_name = "care_offer"

urlpatterns = [
    path("zorgaanbod/", views.overview, name="overview"),
    path("zorgaanbod/toevoegen/", views.add, name="add"),
    path("zorgaanbod/overnemen/", views.adopt, name="adopt"),
    path("zorgaanbod/bekend/", views.made_known, name="made_known"),
    path("zorgaanbod/blad/", views.sheet, name="sheet"),
    path("zorgaanbod/ontbreekt/", counts.gaps, name="gaps"),
    path("zorgaanbod/ontbreekt/noteren/", counts.note_gap, name="note_gap"),
    path("zorgaanbod/ontbreekt/blad/", counts.gaps_sheet, name="gaps_sheet"),
    path("zorgaanbod/advies/", counts.advice, name="advice"),
    path("zorgaanbod/advies/vastleggen/", counts.give_advice, name="give_advice"),
    path("zorgaanbod/informatie/", leaflets.information_page, name="information"),
    path("zorgaanbod/informatie/<slug:language>/", leaflets.leaflet, name="leaflet"),
    path("zorgaanbod/informatie/<slug:language>/pdf/", leaflets.leaflet_pdf, name="leaflet_pdf"),
    path("zorgaanbod/informatie/<slug:language>/vertalen/", leaflets.translate, name="translate"),
    path("zorgaanbod/terugnemen/<slug:sort>/<uuid:line>/", views.withdraw, name="withdraw"),
    path("zorgaanbod/<uuid:offer>/", views.change, name="change"),
]
