"""Addresses of the policy pages: to read, to draft, to put into use."""

from baken.policy.adopting.urls import urlpatterns as adopting
from baken.policy.drafting.urls import urlpatterns as drafting
from baken.policy.reading.urls import urlpatterns as reading
from baken.policy.sheet.urls import urlpatterns as sheet
from baken.policy.whatif.urls import urlpatterns as whatif

app_name = "policy"
urlpatterns = [*reading, *drafting, *adopting, *sheet, *whatif]
