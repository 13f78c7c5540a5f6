"""The colours keep their promises: read from the token file, measured, in both themes.

Contrast is WCAG's; colour deficiencies are simulated with the matrices of Machado, Oliveira and
Fernandes (2009) at full severity, and distances taken in Oklab.
"""

import itertools
import math
import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).resolve().parents[3] / "frontend/scss/_tokens.scss"
RATINGS = ("red", "amber", "green", "blue")
GROUNDS = ("paper", "surface", "chosen")
WORDS = (*RATINGS, "ink", "quiet", "accent", "accent-strong", "wrong", "good")
SEEN_AS = {
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
APART = 0.06  # three times what is just noticeable


def theme(name):
    (block,) = re.findall(rf"@mixin {name} \{{(.*?)\}}", TOKENS.read_text(), re.DOTALL)
    return dict(re.findall(r"--om-([\w-]+): (#[0-9a-f]{6});", block))


def linear(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(colour):
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def times_matrix(matrix, vector):
    return [sum(w * v for w, v in zip(row, vector, strict=True)) for row in matrix]


def oklab(rgb):
    cones = times_matrix(
        (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        ),
        rgb,
    )
    return times_matrix(
        (
            (0.2104542553, 0.7936177850, -0.0040720468),
            (1.9779984951, -2.4285922050, 0.4505937099),
            (0.0259040371, 0.7827717662, -0.8086757660),
        ),
        [math.copysign(abs(each) ** (1 / 3), each) for each in cones],
    )


def seen(colour, matrix):
    return [min(1.0, max(0.0, each)) for each in times_matrix(matrix, linear(colour))]


@pytest.fixture(params=["light", "dark"])
def colours(request):
    return theme(request.param)


def test_both_themes_name_the_same_colours():
    assert theme("light").keys() == theme("dark").keys()


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_words_can_be_read_on_every_ground(colours, word, ground):
    assert contrast(colours[word], colours[ground]) >= 4.5


@pytest.mark.parametrize("edge", ["edge", *RATINGS])
@pytest.mark.parametrize("ground", GROUNDS)
def test_shapes_and_edges_of_controls_stand_out(colours, edge, ground):
    assert contrast(colours[edge], colours[ground]) >= 3


def test_words_on_buttons_and_on_focus_can_be_read(colours):
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5
    assert contrast(colours["on-accent"], colours["accent-strong"]) >= 4.5
    assert contrast(colours["on-focus"], colours["focus"]) >= 4.5
    assert contrast(colours["paper"], colours["wrong"]) >= 4.5


def test_no_rating_shouts_louder_than_another(colours):
    weights = [contrast(colours[each], colours["paper"]) for each in RATINGS]
    assert max(weights) / min(weights) < 1.35


@pytest.mark.parametrize("sight", SEEN_AS)
def test_ratings_stay_apart_in_three_colour_deficiencies(colours, sight):
    shades = {each: oklab(seen(colours[each], SEEN_AS[sight])) for each in RATINGS}
    for one, other in itertools.combinations(RATINGS, 2):
        assert math.dist(shades[one], shades[other]) > APART, (one, other)
