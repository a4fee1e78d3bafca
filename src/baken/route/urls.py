"""Addresses of the work list, a signal, and the decisions about it."""

from django.urls import path

from baken.route.views import acts, envelope, ground, policy, signal, work

app_name = "route"
urlpatterns = [
    path("werk/", work.work, name="work"),
    path("signalen/<uuid:signal>/", signal.show, name="signal"),
    path("signalen/<uuid:signal>/ontvangen/", acts.receive, name="receive"),
    path("signalen/<uuid:signal>/teamcoordinator/", acts.coordinator, name="coordinator"),
    path("signalen/<uuid:signal>/feiten/<slug:slug>/", acts.establish, name="establish"),
    path("signalen/<uuid:signal>/beoordelen/", acts.assess, name="assess"),
    path("signalen/<uuid:signal>/politie/", ground.police, name="police"),
    path("signalen/<uuid:signal>/beroepsgeheim/", ground.secrecy, name="secrecy"),
    path("signalen/<uuid:signal>/verbeteren/", acts.correct, name="correct"),
    path("signalen/<uuid:signal>/afsluiten/", acts.close, name="close"),
    path("signalen/<uuid:signal>/heropenen/", acts.reopen, name="reopen"),
    path("signalen/<uuid:signal>/beleid/", policy.move, name="policy"),
    path("signalen/<uuid:signal>/envelop/", envelope.open_, name="envelope"),
]
