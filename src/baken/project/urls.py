"""All addresses of Baken. Each room writes its own; this page only puts them together."""

from django.urls import URLPattern, URLResolver, include, path

ROOMS = (
    "web",
    "tenancy",
    "intake",
    "route",
    "enrich",
    "files",
    "tables",
    "refer",
    "feedback",
    "monitor",
    "policy",
    "card",
    "account",
    "account.single_sign_on",
    "people",
    "posts",
    "care.clients",
    "care.residence",
    "care.placing",
    "care.notices",
    "care.exchange",
    "care.offer",
    "programme.region",
    "programme.plan",
    "programme.level",
    "programme.training",
    "programme.outreach",
    "programme.meetings",
    "programme.hours",
    "programme.papers",
    "programme.evaluation",
    "trust.log",
    "trust.retention",
    "trust.rights",
    "trust.incidents",
    "trust.accountability",
    "trust.emergency",
)

urlpatterns: list[URLPattern | URLResolver] = [path("", include(f"baken.{room}.urls")) for room in ROOMS]

handler400 = "baken.web.errors.bad_request"
handler403 = "baken.web.errors.forbidden"
handler404 = "baken.web.errors.not_found"
handler500 = "baken.web.errors.broken"
