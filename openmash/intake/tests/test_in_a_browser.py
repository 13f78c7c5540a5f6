"""The pages of what arrives in a real browser: axe, width, and a row mended by keyboard alone."""

import pytest
from django.urls import reverse

from openmash.intake.models import RefusedRow
from openmash.intake.services import import_contacts
from openmash.intake.terms import FileSource
from openmash.intake.tests.reading_files import police_file
from openmash.intake.tests.telling import IWAN, LESLEY, MAYA, NEIGHBOUR, NOW, receive

pytestmark = pytest.mark.browser
NEVER = "31/02/2025 10:00"
LONG = "Maximiliana Wilhelmina Konstantinopolitanische-Dudelsackpfeifenmachersgesellin"


@pytest.fixture
def arrived(cast):
    """Two contacts about Maya, the later from a neighbour, and one about an adult."""
    receive(cast.sam, cast.hub.id)
    receive(cast.sam, cast.hub.id, people=(IWAN,), narrative="Left without food.")
    return receive(
        cast.sam, cast.hub.id, people=(MAYA, LESLEY), referrer=NEIGHBOUR, immediate_danger=True
    )


@pytest.fixture
def refused(cast):
    rows = (
        {
            "Created": "31/02/2025 10:00",
            "Forename(s)": LONG,
            "Circumstances": "She said: “no”.\n" * 9,
        },
        {"Person Role": "Parent/Carer", "Created": "31/02/2025 10:00", "Surname": "خالد"},
        {"URN": "", "Created": "01/02/2025 10:00"},
    )
    import_contacts(
        by=cast.sam,
        hub_id=cast.hub.id,
        source=FileSource.POLICE,
        filename="a_rather_long_name_of_a_file_as_forces_send_them_2025_02.csv",
        content=police_file(*rows, encoding="utf-8"),
        at=NOW,
    )
    return RefusedRow.objects.exclude(sender_reference="").get()


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", ["contact", "screen", "cancel", "referrer"])
def test_the_pages_of_a_contact_are_sound(arrived, browser_of, sound, name, width):
    url = reverse(f"intake:{name}", args=[arrived.reference])
    browser_of("fay").open(url, width=width)
    sound(f"{name}-{width}")


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", ["triage", "imports", "record", "new_call"])
def test_the_pages_of_the_front_desk_are_sound(arrived, refused, browser_of, sound, name, width):
    browser_of("sam").open(reverse(f"intake:{name}"), width=width)
    sound(f"{name}-{width}")


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", ["refer", "mine"])
def test_the_pages_of_a_referrer_are_sound(browser_of, sound, name, width):
    browser_of("lee").open(reverse(f"intake:{name}"), width=width)
    sound(f"{name}-{width}")


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(("who", "name"), [("sam", "new_call"), ("lee", "refer")])
def test_an_adult_is_asked_about_once_somebody_is_one(
    cast, browser_of, sound, page, who, name, width
):
    browser_of(who).open(reverse(f"intake:{name}"), width=width)
    safe = page.get_by_text("Is the adult safe tonight?")
    assert not safe.is_visible()
    page.get_by_label("Who they are").first.select_option("adult")
    safe.wait_for()
    page.get_by_role("group", name="Is the adult safe tonight?").get_by_label("No").first.check()
    page.get_by_label("What is being done tonight?").fill("His niece is with him.")
    sound(f"adult-{name}-{width}")
    page.get_by_label("Who they are").first.select_option("child")
    safe.wait_for(state="hidden")


@pytest.mark.parametrize("width", [1440, 390])
def test_the_public_form_is_sound(cast, browser_of, sound, width):
    browser_of("noor").open(reverse("public_concern", args=[cast.hub.slug]), width=width)
    sound(f"public-{width}")


@pytest.mark.parametrize("width", [1440, 390])
def test_a_form_is_kept_and_gone_on_with_by_its_code(cast, browser_of, sound, page, width):
    browser = browser_of("noor")
    browser.open(reverse("public_concern", args=[cast.hub.slug]), width=width)
    page.get_by_label("What worries you?").fill("He shouts at night.")
    page.get_by_role("button", name="Keep it and go on later").click()
    code = page.locator(".om-words").inner_text()
    sound(f"public-kept-{width}")
    browser.open(reverse("public_resume", args=[cast.hub.slug]), width=width)
    page.get_by_label("Your code").fill("maple maple")
    page.get_by_role("button", name="Open it").click()
    page.get_by_role("link", name="That code opens nothing").wait_for()
    sound(f"public-resume-{width}")
    page.get_by_label("Your code").fill(code)
    page.get_by_role("button", name="Open it").click()
    assert page.get_by_label("What worries you?").input_value() == "He shouts at night."
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("width", [1440, 390])
def test_a_refused_row_and_its_file_are_sound(refused, browser_of, sound, width):
    browser = browser_of("sam")
    browser.open(reverse("intake:refused_row", args=[refused.id]), width=width)
    sound(f"refused-row-{width}")
    browser.open(reverse("intake:import_batch", args=[refused.batch_id]), width=width)
    sound(f"import-batch-{width}")


def test_a_row_is_mended_by_keyboard_from_the_summary(refused, browser_of, page):
    browser_of("sam").open(reverse("intake:refused_row", args=[refused.id]))
    page.get_by_role("link", name="is no date and time that ever was").first.press("Enter")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("28/02/2025 10:00")
    page.keyboard.press("Enter")
    page.get_by_text("It is loaded as contact C-").wait_for()
