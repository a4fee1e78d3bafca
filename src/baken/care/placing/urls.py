"""Where a client's place, shelter and transfers are recorded."""

from django.urls import path

from baken.care.placing import together_views, transfer_views, views

app_name = "care_placing"
_ONE = "clienten/<uuid:client>/"
_TRANSFER = f"{_ONE}overdragen/<uuid:transfer>/"

urlpatterns = [
    path("clienten/opvang/", views.waiting, name="waiting"),
    path("clienten/samen/<uuid:group>/opvang/", together_views.ask, name="ask_together"),
    path("clienten/samen/<uuid:group>/antwoord/", together_views.answer, name="answer_together"),
    path(f"{_ONE}opvang/gemeente/", views.stay, name="stay"),
    path(f"{_ONE}opvang/nodig/", views.needs, name="needs"),
    path(f"{_ONE}opvang/aanvragen/", views.request_, name="request"),
    path(f"{_ONE}opvang/<uuid:request_id>/antwoord/", views.answer, name="answer"),
    path(f"{_ONE}opvang/verhuizing/", views.move, name="move"),
    path(f"{_ONE}overdragen/", transfer_views.transfer, name="transfer"),
    path(_TRANSFER, transfer_views.transferred, name="transferred"),
    path(f"{_TRANSFER}document/", transfer_views.document, name="document"),
    path(f"{_TRANSFER}verzonden/", transfer_views.sent, name="sent"),
    path(f"{_TRANSFER}terugnemen/", transfer_views.withdraw, name="transfer_withdraw"),
    path(f"{_TRANSFER}antwoord/", transfer_views.answer, name="transfer_answer"),
]
