"""The browser of these tests is everybody's."""

from tests.browsing import Browser

__all__ = ["Browser"]
