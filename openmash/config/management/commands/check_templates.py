"""`openmash check_templates`: every template of ours compiles, and so do those it names."""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.template import TemplateDoesNotExist, TemplateSyntaxError
from django.template.backends.django import Template
from django.template.loader import get_template
from django.template.loader_tags import ExtendsNode, IncludeNode


class Command(BaseCommand):
    help = "Compile every template, and find each template that another names."

    def handle(self, *args: Any, **options: Any) -> None:
        names = template_names()
        troubles = [trouble for name in names for trouble in troubles_in(name)]
        if troubles:
            raise CommandError("\n".join(troubles))
        self.stdout.write(f"{len(names)} templates compile.")


def template_names() -> list[str]:
    """Return the names of every template in our own rooms."""
    ours = {Path(settings.BASE_DIR) / each.partition(".")[2] for each in settings.ROOMS}
    folders = [Path(each.path) / "templates" for each in apps.get_app_configs()]
    return sorted(
        str(file.relative_to(folder))
        for folder in folders
        if folder.parent in ours
        for file in folder.rglob("*")
        if file.is_file()
    )


def troubles_in(name: str) -> list[str]:
    """Return what stops `name` from compiling, or the names in it that lead nowhere."""
    try:
        template = get_template(name)
    except (TemplateSyntaxError, TemplateDoesNotExist, UnicodeDecodeError) as trouble:
        return [f"{name}: {type(trouble).__name__}: {trouble}"]
    return [f"{name} names {each}, which is not there" for each in names_leading_nowhere(template)]


def names_leading_nowhere(template: Any) -> list[str]:
    """Return the literal names in `extends` and `include` that no template has."""
    if not isinstance(template, Template):
        return []
    nodes = template.template.nodelist
    named = [_named(each, "parent_name") for each in nodes.get_nodes_by_type(ExtendsNode)]
    named += [_named(each, "template") for each in nodes.get_nodes_by_type(IncludeNode)]
    return [each for each in named if isinstance(each, str) and not _exists(each)]


def _named(node: Any, attribute: str) -> object:
    """Return what a node names: text when it is literal, a variable otherwise."""
    return getattr(node, attribute).var


def _exists(name: str) -> bool:
    try:
        get_template(name)
    except TemplateDoesNotExist:
        return False
    except TemplateSyntaxError:
        return True  # said of that template itself
    return True
