"""Where requests of people concerned are settled, and what goes for the people in a signal."""

from django.urls import path

from baken.trust.rights import signal_views, views, worksheet_views

app_name = "trust_rights"
_ONE = "verantwoording/rechten/<uuid:request_id>/"
_RECORD = f"{_ONE}werkblad/<uuid:record>/"

urlpatterns = [
    path("verantwoording/rechten/", views.register, name="register"),
    path("verantwoording/rechten/nieuw/", views.add, name="add"),
    path(_ONE, views.show, name="request"),
    path(f"{_ONE}identiteit/", views.identity, name="identity"),
    path(f"{_ONE}verlengen/", views.extend, name="extend"),
    path(f"{_ONE}verzonden/", views.answered, name="answered"),
    path(f"{_ONE}zoeken/", worksheet_views.search, name="search"),
    path(f"{_ONE}werkblad/", worksheet_views.worksheet, name="worksheet"),
    path(_RECORD, worksheet_views.record, name="record"),
    path(f"{_RECORD}uitvoeren/", worksheet_views.act, name="act"),
    path(f"{_ONE}brief/", worksheet_views.write_letter, name="write_letter"),
    path(f"{_ONE}brief/document/", worksheet_views.letter, name="letter"),
    path("signalen/<uuid:signal>/inlichten/", signal_views.informing, name="informing"),
    path("signalen/<uuid:signal>/ingelicht/", signal_views.informed, name="informed"),
    path("signalen/<uuid:signal>/beperking/opheffen/", signal_views.release, name="release"),
]
