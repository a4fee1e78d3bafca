"""Where hand-overs and received notifications live."""

from django.urls import path

from baken.refer import correct_views, views

app_name = "refer"
_ONE = "signalen/<uuid:signal>/overdrachten/<uuid:referral>/"

urlpatterns = [
    path("overdrachten/", views.referrals, name="referrals"),
    path("signalen/<uuid:signal>/overdragen/", views.partners, name="partners"),
    path("signalen/<uuid:signal>/overdragen/<slug:partner>/", views.hand_over, name="hand_over"),
    path(_ONE, views.referral, name="referral"),
    path(f"{_ONE}document/", views.paper, name="document"),
    path(f"{_ONE}verzonden/", views.sending, name="sent"),
    path(f"{_ONE}vraag/", views.asking, name="ask"),
    path(f"{_ONE}antwoord/", views.answer, name="answer"),
    path(f"{_ONE}verbetering/", correct_views.make, name="correction"),
    path(f"{_ONE}verbetering/brief/", correct_views.letter, name="correction_letter"),
    path(f"{_ONE}verbetering/verzonden/", correct_views.sent, name="correction_sent"),
    path(f"{_ONE}verbetering/bevestigd/", correct_views.confirmed, name="correction_confirmed"),
    path("meldingen/", views.notifications, name="notifications"),
    path("meldingen/<uuid:notification>/", views.notification, name="notification"),
    path(
        "meldingen/<uuid:notification>/verbetering/<uuid:correction>/",
        correct_views.confirm,
        name="notification_corrected",
    ),
]
