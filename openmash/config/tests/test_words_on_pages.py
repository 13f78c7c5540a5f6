"""Templates and translations that would fail a person are found before they do."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.template import engines

from openmash.config import translations
from openmash.config.management.commands.check_templates import names_leading_nowhere

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: cy\\n"

#, python-format
msgid "%(count)s people"
msgstr "{words}"
"""


def _catalogue(tmp_path: Path, words: str) -> Path:
    path = tmp_path / "cy" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(words)
    return path


def test_every_template_compiles():
    call_command("check_templates")


@pytest.mark.parametrize("tag", ["extends", "include"])
def test_a_name_that_leads_nowhere_is_found(tag: str):
    template = engines["django"].from_string("{% " + tag + " 'not/there.html' %}")
    assert names_leading_nowhere(template) == ["not/there.html"]


def test_a_sound_translation_is_compiled(tmp_path: Path):
    path = _catalogue(tmp_path, PO.replace("{words}", "%(count)s o bobl"))
    assert list(translations.troubles_in(path)) == []
    translations.compile_catalogue(path)
    assert path.with_suffix(".mo").stat().st_size > 0


def test_a_translation_that_loses_a_placeholder_is_found(tmp_path: Path):
    path = _catalogue(tmp_path, PO.replace("{words}", "%(nifer)s o bobl"))
    assert len(list(translations.troubles_in(path))) == 1


def test_a_catalogue_that_cannot_be_read_is_found(tmp_path: Path):
    assert list(translations.troubles_in(_catalogue(tmp_path, "nonsense here")))
