"""Whose address counts, where a proxy stands in front of the site."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from openmash.config.proxy import AddressFromProxy


@pytest.mark.parametrize(
    ("forwarded", "whose"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("203.0.113.9, 192.0.2.7", "192.0.2.7"),  # the first was written by the caller
        ("203.0.113.9,2001:db8::1", "2001:db8::1"),
        ("", "10.0.0.1"),
    ],
)
def test_the_address_is_the_one_our_own_proxy_added(forwarded: str, whose: str):
    site = AddressFromProxy(lambda request: HttpResponse(request.META["REMOTE_ADDR"]))
    answer = site(
        RequestFactory().get("/", REMOTE_ADDR="10.0.0.1", headers={"x-forwarded-for": forwarded})
    )
    assert answer.content.decode() == whose
