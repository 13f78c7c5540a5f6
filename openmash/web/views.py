"""The shell's own pages: the way in, language, shortcuts, accessibility, privacy, the guide."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.services import choose_language
from openmash.core.references import looks_like_reference, tidy_reference
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.web import navigation, style_guide
from openmash.web.forms import ShortcutsForm
from openmash.web.shortcuts import keep_shortcuts, shortcuts_of

PAGES_BY_LETTER = {
    "K": "insight:case",
    "C": "intake:contact",
    "R": "information_requests:request",
    "H": "pathways:handover",
}


@signed_in()
def home(request: SignedInRequest) -> HttpResponse:
    """Go to the first page this practitioner is offered in the hub they work in."""
    return redirect(navigation.first_page(request.viewer, request.hub.id) or "accounts:profile")


def go(request: HttpRequest, reference: str) -> HttpResponse:
    """Go to what a reference names, by its first letter; its own page says who may see it."""
    tidy = tidy_reference(reference)
    page = PAGES_BY_LETTER.get(tidy[:1])
    if page is None or not looks_like_reference(tidy):
        raise NotHere
    return redirect(page, tidy)


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Speak another language from now on; a practitioner's choice is kept with their account."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    if viewer is not None:
        choose_language(by=viewer, language=request.POST.get("language", ""))
    return set_language(request)


def shortcuts(request: HttpRequest) -> HttpResponse:
    """Show every shortcut; let a person change one or turn all of them off."""
    wishes = shortcuts_of(request)
    form = ShortcutsForm(request.POST or None, wishes=wishes)
    if request.method == "POST" and form.is_valid():
        keep_shortcuts(request, are_on=form.are_on, changed=form.changed)
        messages.success(request, _("Your shortcuts are kept."))
        return redirect("web:shortcuts")
    return render(request, "web/shortcuts.html", {"form": form})


def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how far the site can be used by everyone, and what to do when it cannot."""
    return render(request, "web/accessibility.html")


def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept about whom, and why."""
    return render(request, "web/privacy.html")


def style(request: HttpRequest) -> HttpResponse:
    """Show every component in every state, in a demonstration only."""
    if not (settings.DEMO or settings.DEBUG):
        raise Http404
    return render(request, "web/style.html", style_guide.specimens(at=timezone.now()))
