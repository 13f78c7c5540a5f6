"""Every named route of the site, and what to open each one on."""

from collections.abc import Callable, Iterator, Sequence
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.story import Story

Answer = str | int | UUID

# What a word in an address stands for, unless a route below says otherwise.
WORDS: dict[str, Callable[[Story], Answer]] = {
    "person_id": lambda story: story.child,
    "told_id": lambda story: story.child,
    "known_id": lambda story: story.known_before,
    "entry_id": lambda story: story.entry.id,
    "corrects": lambda story: story.conversation.id,
    "asked_about_id": lambda story: story.asked_about.id,
    "decision_id": lambda story: story.decision.id,
    "subject_id": lambda story: story.adult.id,
    "task_id": lambda story: story.task.id,
    "item_id": lambda story: story.item.id,
    "draft_id": lambda story: story.draft.id,
    "batch_id": lambda story: story.batch.id,
    "row_id": lambda story: story.refused.id,
    "attachment_id": lambda story: story.paper.id,
    "original_id": lambda story: story.original.id,
    "question_id": lambda story: story.question.id,
    "proposal_id": lambda story: story.proposal.id,
    "about_id": lambda story: story.late.case_id or story.case.id,
    "clock_id": lambda story: story.late.id,
    "hub": lambda story: story.case.hub.slug,
    "pk": lambda story: 1,
}
REFERENCES: dict[str, Callable[[Story], Answer]] = {
    "web": lambda story: story.case.reference,
    "intake": lambda story: story.arrived.reference,
    "cases": lambda story: story.case.reference,
    "sharing": lambda story: story.case.reference,
    "information_requests": lambda story: story.request.reference,
    "decisions": lambda story: story.case.reference,
    "pathways": lambda story: story.decided.reference,
    "insight": lambda story: story.case.reference,
}
OTHERWISE: dict[str, dict[str, Callable[[Story], Answer]]] = {
    "cases:open": {"reference": lambda story: story.screened.reference},
    "cases:join": {"reference": lambda story: story.screened.reference},
    "information_requests:ask": {"reference": lambda story: story.case.reference},
    "information_requests:ask_now": {"reference": lambda story: story.case.reference},
    "insight:already": {"reference": lambda story: story.arrived.reference},
    "intake:call": {"draft_id": lambda story: story.call.id},
    "intake:adult": {"reference": lambda story: story.of_an_adult.reference},
    "decisions:reopen": {"reference": lambda story: story.decided.reference},
    "pathways:answer": {"reference": lambda story: story.feedback.contact.reference},
    "pathways:handover": {"reference": lambda story: story.handover.reference},
    "pathways:status": {"reference": lambda story: story.told.reference},
    "information_requests:correct": {"asked_about_id": lambda story: story.answered_about.id},
}
# What a press sends where pressing with nothing is refused before anybody asks whose it is.
SENDS: dict[str, dict[str, str]] = {
    "cases:finish_task": {"answer": "Rang the school; they had asked him."},
    "intake:draft": {"form": "referral"},
    "cases:turn_clock": {"act": "go_on"},
}


def named_routes() -> dict[str, list[str]]:
    """Return every named route of the site with the words in its address."""
    return dict(_walk(get_resolver().url_patterns))


def address(route: str, story: Story) -> str:
    """Return where a route stands, in this story."""
    words = {each: _answer(route, each, story) for each in named_routes()[route]}
    return reverse(route, kwargs=words)


def _answer(route: str, word: str, story: Story) -> Answer:
    otherwise = OTHERWISE.get(route, {})
    if word in otherwise:
        return otherwise[word](story)
    if word == "reference":
        return REFERENCES[route.partition(":")[0]](story)
    return WORDS[word](story)


def _walk(
    patterns: Sequence[URLPattern | URLResolver], space: str = "", before: tuple[str, ...] = ()
) -> Iterator[tuple[str, list[str]]]:
    for each in patterns:
        words = (*before, *each.pattern.converters)
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from _walk(each.url_patterns, inner, words)
        elif each.name:
            yield f"{space}{each.name}", list(words)
