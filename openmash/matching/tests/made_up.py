"""Two thousand people who do not exist, in families, and how their records go wrong.

A measuring rod for the keys and the weights, seeded so that a figure can be had again. The
mistakes are those the field reports: misspelling, short forms, swapped names and dates, fillers,
guessed years, letters lost on the way, moves, changed surnames.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from openmash.core.partial_dates import PartialDate, Precision
from openmash.people.rules import AddressFact, IdentifierFact, NameFact, PersonFacts
from openmash.people.terms import IdentifierScheme

_FORENAMES = """
Abigail Adam Aisha Alexander Alice Amelia Amina Andrew Angharad Anna Arjun Ava Beth Bilal
Bronwen Callum Charlotte Chloe Christopher Daniel Dylan Edward Elizabeth Ella Emily Ethan Fatima
Freya George Grace Hannah Harpreet Harry Hassan Ibrahim Isabella Jack Jacob Jake James Jasmine
Jessica Joseph Joshua Katarzyna Khadija Lewis Liam Lily Łukasz Lucy Maja Małgorzata Matthew
Megan Mia Michael Mohammed Muhammad Natalia Nia Noah Oliver Olivia Oscar Owain Paweł Poppy Priya
Rebecca Rhiannon Rhys Ryan Samuel Sarah Seren Siân Siobhán Sofia Sophie Stephen Szymon Thomas
Tomos Umar William Yusuf Zainab Zoë Zuzanna
"""
FORENAMES = tuple(_FORENAMES.split())
_SURNAMES = """
Ahmed Ali Begum Brown Clarke Davies Edwards Evans Ferreira Griffiths Gruffydd Hughes Hussain
Jones Kamińska Kaur Khan Kowalski Lewandowski Llewelyn Lovell MacDonald McCarthy Mensah Morgan
Nguyễn Nowak O'Brien O'Connor Okafor Osei Parry Patel Popescu Price Roberts Rowlands Santos
Sharma Singh Smith Smith-Jones Taylor Thomas Thompson Vaughan Walker Ward Williams Wiśniewska
Wójcik Wright Yılmaz Zielińska Achebe Blackwood Crowther Dunmore Entwistle Fairclough Gathercole
Hollingworth Inchbald Jellicoe Kettlewell Lightfoot Murgatroyd Netherby Ollerenshaw Pickersgill
"""
SURNAMES = tuple(_SURNAMES.split())
STREETS = ("High Street", "Chapel Road", "Mill Lane", "Station Road", "Heol y Bryn", "Park Avenue")
SHORT = {
    "Elizabeth": "Liz",
    "Christopher": "Chris",
    "Muhammad": "Mohd",
    "Mohammed": "Muhammed",
    "Thomas": "Tom",
    "William": "Bill",
    "Rebecca": "Becky",
    "Katarzyna": "Kasia",
    "Małgorzata": "Gosia",
    "Stephen": "Steven",
    "Zainab": "Zaynab",
    "Khadija": "Khadijah",
}
Dice = random.Random


def families(dice: Dice, *, people: int) -> list[PersonFacts]:
    """Return about `people` people in households, with twins and shared names among them."""
    found: list[PersonFacts] = []
    while len(found) < people:
        found += _family(dice)
    return found


def _family(dice: Dice) -> list[PersonFacts]:
    surname, phone = dice.choice(SURNAMES), f"07700 9{dice.randrange(100_000):05}"
    home = AddressFact(f"{dice.randrange(1, 200)} {dice.choice(STREETS)}", _postcode(dice))
    adult = _birthday(dice, 1965, 2002)
    child = _birthday(dice, 2009, 2026)
    birthdays = [adult, child]
    if dice.random() < 0.5:
        birthdays.append(child if dice.random() < 0.06 else _birthday(dice, 2009, 2026))
    forenames = dice.sample(FORENAMES, len(birthdays))
    if dice.random() < 0.04:
        forenames[1] = forenames[0]
    return [
        _person(dice, NameFact(forename, surname), born, home, phone)
        for forename, born in zip(forenames, birthdays, strict=True)
    ]


def _person(dice: Dice, name: NameFact, born: date, home: AddressFact, phone: str) -> PersonFacts:
    numbered = dice.random() < 0.5
    number = IdentifierFact(IdentifierScheme.NHS_NUMBER, _nhs_number(dice))
    return PersonFacts(
        names=(name,),
        born=PartialDate(born),
        addresses=(home,),
        phones=(phone,) if dice.random() < 0.6 else (),
        identifiers=(number,) if numbered else (),
    )


def _birthday(dice: Dice, first: int, last: int) -> date:
    return date(first, 1, 2) + timedelta(days=dice.randrange((last - first) * 365))


def _postcode(dice: Dice) -> str:
    inward = "".join(dice.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))
    return f"ZX{dice.randrange(1, 30)} {dice.randrange(10)}{inward}"


def _nhs_number(dice: Dice) -> str:
    while True:
        body = f"999{dice.randrange(1_000_000):06}"
        total = sum(int(each) * (10 - place) for place, each in enumerate(body))
        check = (11 - total % 11) % 11
        if check < 10:
            return f"{body}{check}"


Mistake = Callable[[Dice, PersonFacts], PersonFacts]


def mistyped(dice: Dice, word: str) -> str:
    """Return a word with one letter wrong, missing, doubled or swapped with the next."""
    at = dice.randrange(max(1, len(word) - 1))
    letter = dice.choice("aeiourstnl")
    return dice.choice(
        (
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at : at + 1] + word[at:],
            word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
        )
    )


def _rename(
    facts: PersonFacts, *, given: str | None = None, family: str | None = None
) -> PersonFacts:
    name = facts.names[0]
    renamed = NameFact(
        name.given if given is None else given, name.family if family is None else family
    )
    return replace(facts, names=(renamed,))


def forename_mistyped(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return _rename(facts, given=mistyped(dice, facts.names[0].given))


def surname_mistyped(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return _rename(facts, family=mistyped(dice, facts.names[0].family))


def short_form(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return _rename(facts, given=SHORT.get(facts.names[0].given, facts.names[0].given))


def surname_changed(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return _rename(facts, family=dice.choice(SURNAMES))


def names_swapped(dice: Dice, facts: PersonFacts) -> PersonFacts:
    name = facts.names[0]
    return _rename(facts, given=name.family, family=name.given)


def letters_lost(dice: Dice, facts: PersonFacts) -> PersonFacts:
    name = facts.names[0]
    return _rename(facts, given=_as_ascii(name.given), family=_as_ascii(name.family))


def _as_ascii(word: str) -> str:
    return "".join(each if each.isascii() else "?" for each in word)


def _born(facts: PersonFacts, day: date, precision: Precision = Precision.DAY) -> PersonFacts:
    return replace(facts, born=PartialDate(day, precision))


def _day(facts: PersonFacts) -> date:
    assert facts.born
    assert facts.born.day
    return facts.born.day


def date_swapped(dice: Dice, facts: PersonFacts) -> PersonFacts:
    day = _day(facts)
    return _born(facts, day.replace(day=day.month, month=day.day)) if day.day <= 12 else facts


def year_only(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return _born(facts, date(_day(facts).year, 1, 1), Precision.YEAR)


def year_guessed(dice: Dice, facts: PersonFacts) -> PersonFacts:
    year = _day(facts).year + dice.choice((-1, 0, 0, 1))
    return _born(facts, date(year, 1, 1), Precision.ABOUT)


def date_filled(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return _born(facts, date(_day(facts).year, 1, 1))


def day_wrong(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return _born(facts, _day(facts).replace(day=dice.randrange(1, 29)))


def birth_unknown(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return replace(facts, born=None)


def moved(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return replace(facts, addresses=(AddressFact("1 New Road", _postcode(dice)),))


def address_unknown(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return replace(facts, addresses=())


def number_unknown(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return replace(facts, identifiers=())


def phone_unknown(dice: Dice, facts: PersonFacts) -> PersonFacts:
    return replace(facts, phones=())


OF_NAMES: tuple[Mistake, ...] = (
    forename_mistyped,
    surname_mistyped,
    short_form,
    surname_changed,
    names_swapped,
    letters_lost,
)
OF_BIRTH: tuple[Mistake, ...] = (
    date_swapped,
    year_only,
    year_guessed,
    date_filled,
    day_wrong,
    birth_unknown,
)
OF_PLACE: tuple[Mistake, ...] = (moved, address_unknown, phone_unknown)
MISTAKES = (*OF_NAMES, *OF_BIRTH, *OF_PLACE)


def told_again(dice: Dice, facts: PersonFacts, *, mistakes: int = 2) -> PersonFacts:
    """Return the person as another sender might tell of them: no number, and mistakes made.

    Mistakes are of different kinds first: nobody gets one date wrong in two ways.
    """
    told = number_unknown(dice, facts)
    for kind in dice.sample((OF_NAMES, OF_BIRTH, OF_PLACE), mistakes):
        told = dice.choice(kind)(dice, told)
    return told
