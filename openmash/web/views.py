"""The shell's own pages: shortcuts, accessibility, privacy, and the living style guide."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.web import style_guide
from openmash.web.forms import ShortcutsForm
from openmash.web.shortcuts import keep_shortcuts, shortcuts_of


def shortcuts(request: HttpRequest) -> HttpResponse:
    """Show every shortcut; let a person change one or turn all of them off."""
    wishes = shortcuts_of(request.session)
    form = ShortcutsForm(request.POST or None, wishes=wishes)
    if request.method == "POST" and form.is_valid():
        keep_shortcuts(request.session, are_on=form.are_on, changed=form.changed)
        messages.success(request, _("Your shortcuts are kept until you sign out."))
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
