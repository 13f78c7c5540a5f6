"""Sixteen at once make one contact: with real commits, as in the hub (trust 5)."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from openmash.accounts.services import acting_as
from openmash.intake.models import Contact, Subject
from openmash.intake.tests.telling import receive

AT_ONCE = 16


def test_sixteen_of_one_notification_at_once_are_one_contact(committed_cast, django_db_blocker):
    cast = committed_cast

    def send(number: int) -> str:
        with django_db_blocker.unblock():
            try:
                with acting_as(cast.sam):
                    return receive(cast.sam, cast.hub.id, sender_reference="SCH-16").reference
            finally:
                connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        references = set(pool.map(send, range(AT_ONCE)))
    assert len(references) == 1
    with acting_as(cast.sam):
        assert Contact.objects.count() == 1
        assert Subject.objects.count() == 2
