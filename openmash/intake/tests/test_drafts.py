"""Forms are kept sealed as they are typed, opened only by whoever began them, and sent once."""

from datetime import timedelta
from itertools import combinations
from uuid import uuid4

import pytest

from openmash.accounts.selectors import door_viewer
from openmash.audit.models import AuditEvent
from openmash.core.refusals import NotHere
from openmash.governance.models import Clock, Task
from openmash.intake.models import Attachment, Contact, Draft
from openmash.intake.rules.coming_back import KEPT_FOR
from openmash.intake.selectors import draft_for, drafts_of
from openmash.intake.selectors.drafts import draft_by_code, opened
from openmash.intake.services import (
    CannotKeepDraft,
    Sender,
    attach_to_draft,
    discard_draft,
    forget_public_drafts,
    new_resume_code,
    resume_draft,
    save_draft,
    send_draft,
    serve_attachment,
    take_off_draft,
)
from openmash.intake.terms import CODE_WORDS, FormKind
from openmash.intake.tests.telling import NOW, told

ANSWERS = {"narrative": ["Hungry again. Newyn eto. خائف"], "reasons": ["neglect", "missing"]}
PDF = b"%PDF-1.7\n"


@pytest.fixture
def draft_id():
    return uuid4()


def save(cast, draft_id, who="lee", answers=None, **options):
    return save_draft(
        by=getattr(cast, who),
        hub_id=cast.hub.id,
        draft_id=draft_id,
        form=FormKind.REFERRAL,
        answers=ANSWERS if answers is None else answers,
        at=NOW,
        **options,
    )


def send(cast, draft_id):
    return send_draft(
        by=cast.lee,
        hub_id=cast.hub.id,
        draft_id=draft_id,
        form=FormKind.REFERRAL,
        answers=ANSWERS,
        told=told(),
        at=NOW,
        sender=Sender(cast.lee.id, cast.agencies["school"].id),
    )


def test_what_is_typed_is_kept_sealed_and_comes_back_whole(cast, draft_id):
    draft = save(cast, draft_id)
    assert b"Hungry" not in bytes(draft.sealed)
    assert opened(draft_for(cast.lee, draft_id)).answers == ANSWERS
    assert list(drafts_of(cast.lee)) == [draft]


def test_saving_triggers_nothing(cast, draft_id):
    for _ in range(3):
        save(cast, draft_id)
    assert Contact.objects.count() == Clock.objects.count() == Task.objects.count() == 0
    assert AuditEvent.objects.filter(action="draft.begun").count() == 1


def test_a_draft_is_nobody_elses(cast, draft_id):
    save(cast, draft_id)
    for who in ("eve", "noor", "priya"):
        with pytest.raises(NotHere):
            draft_for(getattr(cast, who), draft_id)
    with pytest.raises(NotHere):
        save(cast, draft_id, who="eve")
    assert list(drafts_of(cast.eve)) == []


def test_sent_twice_is_one_contact_and_the_draft_forgets(cast, draft_id):
    save(cast, draft_id)
    first = send(cast, draft_id)
    assert send(cast, draft_id) == first
    assert Contact.objects.count() == 1
    draft = Draft.objects.get()
    assert draft.sent_as == first
    assert opened(draft).answers == {}
    assert list(drafts_of(cast.lee)) == []
    save(cast, draft_id, answers={"narrative": ["Too late."]})
    assert opened(Draft.objects.get()).answers == {}


def test_a_form_larger_than_four_megabytes_says_what_to_do(cast, draft_id):
    with pytest.raises(CannotKeepDraft):
        save(cast, draft_id, answers={"narrative": ["x" * (4 * 1024 * 1024)]})
    save(cast, draft_id, answers={"narrative": ["x" * (1024 * 1024)]})


def test_papers_on_a_draft_go_with_it_when_it_is_sent(cast, draft_id):
    draft = save(cast, draft_id)
    kept = attach_to_draft(by=cast.lee, draft=draft, filename="map.pdf", content=PDF, at=NOW)
    spare = attach_to_draft(by=cast.lee, draft=draft, filename="spare.pdf", content=PDF, at=NOW)
    take_off_draft(by=cast.lee, draft=draft, attachment_id=spare.id, at=NOW)
    with pytest.raises(NotHere):
        serve_attachment(by=cast.sam, attachment_id=kept.id, at=NOW)
    contact = send(cast, draft_id)
    kept = Attachment.objects.get()
    assert (kept.contact, kept.draft, kept.supplied_by_id) == (
        contact,
        None,
        cast.agencies["school"].id,
    )
    assert serve_attachment(by=cast.sam, attachment_id=kept.id, at=NOW).content == PDF


def test_a_draft_is_thrown_away_only_by_its_own_and_before_it_is_sent(cast, draft_id):
    save(cast, draft_id)
    with pytest.raises(NotHere):
        discard_draft(by=cast.eve, draft_id=draft_id, at=NOW)
    discard_draft(by=cast.lee, draft_id=draft_id, at=NOW)
    assert Draft.objects.count() == 0
    save(cast, draft_id)
    send(cast, draft_id)
    with pytest.raises(NotHere):
        discard_draft(by=cast.lee, draft_id=draft_id, at=NOW)


class TestWithoutAnAccount:
    @pytest.fixture
    def door(self, cast):
        return door_viewer(cast.hub)

    def keep(self, cast, door, draft_id, code):
        return save_draft(
            by=door,
            hub_id=cast.hub.id,
            draft_id=draft_id,
            form=FormKind.PUBLIC,
            answers=ANSWERS,
            at=NOW,
            code=code,
        )

    def test_whoever_has_the_code_has_the_draft_however_they_type_it(self, cast, door, draft_id):
        code = new_resume_code()
        draft = self.keep(cast, door, draft_id, code)
        assert code not in draft.resume_hash
        for typed in (code, code.upper(), code.replace(" ", "-"), f" {code.replace(' ', '')}."):
            assert draft_by_code(door, typed, NOW) == draft

    def test_another_code_or_none_opens_nothing(self, cast, door, draft_id):
        self.keep(cast, door, draft_id, new_resume_code())
        for code in (new_resume_code(), "", "ABCD"):
            with pytest.raises(NotHere):
                draft_by_code(door, code, NOW)
        with pytest.raises(NotHere):
            self.keep(cast, door, draft_id, new_resume_code())
        with pytest.raises(NotHere):
            self.keep(cast, door, uuid4(), "")

    def test_somebody_signed_in_does_not_come_by_code(self, cast, door, draft_id):
        code = new_resume_code()
        self.keep(cast, door, draft_id, code)
        with pytest.raises(NotHere):
            draft_by_code(cast.lee, code, NOW)

    def test_a_code_opens_it_for_a_fortnight_from_when_it_was_last_kept(self, cast, door, draft_id):
        code = new_resume_code()
        draft = self.keep(cast, door, draft_id, code)
        late = NOW + KEPT_FOR
        assert resume_draft(by=door, code=code, at=late - timedelta(seconds=1)) == draft
        with pytest.raises(NotHere):
            resume_draft(by=door, code=code, at=late)
        opened_at = AuditEvent.objects.filter(action="draft.resumed").values_list("at", flat=True)
        assert list(opened_at) == [late - timedelta(seconds=1)]

    def test_what_nobody_came_back_to_is_forgotten_and_nothing_else(self, cast, door, draft_id):
        self.keep(cast, door, draft_id, new_resume_code())
        mine = save(cast, uuid4())
        assert forget_public_drafts(by=door, hub_id=cast.hub.id, at=NOW + timedelta(days=13)) == 0
        late = NOW + KEPT_FOR
        assert forget_public_drafts(by=door, hub_id=cast.elsewhere.id, at=late) == 0
        assert forget_public_drafts(by=door, hub_id=cast.hub.id, at=late) == 1
        assert list(Draft.objects.all()) == [mine]
        assert AuditEvent.objects.filter(action="draft.forgotten", subject_id=draft_id).exists()


def test_a_code_is_five_words_and_none_is_a_slip_of_another():
    assert len(new_resume_code().split()) == 5
    assert len(set(CODE_WORDS)) == 512
    assert [each for each in CODE_WORDS if not (each.isascii() and each.islower())] == []
    assert [(a, b) for a, b in combinations(CODE_WORDS, 2) if is_one_slip(a, b)] == []


def is_one_slip(one: str, other: str) -> bool:
    """Say whether one letter wrong, left out or too many makes one word the other."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
