"""Addresses of this room."""

from django.urls import path

from baken.posts.views import keeping, recover, seats

app_name = "posts"
urlpatterns = [
    path("functies/", seats.posts, name="posts"),
    path("functies/<uuid:post>/achtervang/", seats.appoint, name="appoint"),
    path("functies/achtervang/<uuid:delegation>/beeindigen/", seats.end, name="end"),
    path("functies/sleutel-geven/<uuid:share>/", seats.hand_on, name="hand_on"),
    path("functies/<uuid:post>/sleutel-vernieuwen/", keeping.rotate, name="rotate"),
    path("functies/<uuid:post>/hersteldelen/", keeping.prepare, name="prepare"),
    path("functies/<uuid:post>/nieuw-begin/", keeping.fresh, name="fresh"),
    path("functies/<uuid:post>/herstel-vragen/", recover.ask, name="ask"),
    path("functies/herstel/", recover.requests, name="requests"),
    path("functies/herstel/<uuid:id_>/", recover.one, name="request"),
    path("functies/herstel/<uuid:id_>/weigeren/", recover.refuse, name="refuse"),
    path("functies/herstel/<uuid:id_>/intrekken/", recover.withdraw, name="withdraw"),
    path("functies/herstel/<uuid:id_>/afronden/", recover.complete, name="complete"),
    path("functies/wachtwoordzin-kwijt/", keeping.lost, name="lost"),
    path("functies/vorige-wachtwoordzin/", keeping.remember, name="remember"),
    path("functies/sleutels/", recover.log, name="log"),
]
