"""Logging in, and one's own account."""

from django.urls import path

from baken.account.views import account, invited, log_in, passkey

app_name = "account"
urlpatterns = [
    path("inloggen/", log_in.log_in, name="login"),
    path("inloggen/tweede-stap/", log_in.second, name="second"),
    path("inloggen/herstelcode/", log_in.recover, name="recover"),
    path("inloggen/instellen/", log_in.enrol, name="enrol"),
    path("inloggen/uitnodiging/", invited.invited, name="invited"),
    path("inloggen/passkey/", passkey.with_passkey, name="with_passkey"),
    path("account/", account.account, name="account"),
    path("account/bevestigen/", account.prove, name="prove"),
    path("account/app/", account.new_app, name="new_app"),
    path("account/passkey/", passkey.new_passkey, name="new_passkey"),
    path("account/wachtwoord/", account.new_password, name="new_password"),
    path("account/herstelcodes/", account.new_codes, name="new_codes"),
    path("account/weghalen/", account.remove, name="remove"),
    path("account/sessies/stoppen/", account.end_session, name="end_session"),
]
