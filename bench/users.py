"""Users at their browsers: signed in, one connection kept open each, asking one page after another.

A user who `thinks` waits between pages, as people do; twenty who do not are a flood, and say how
many pages a second the machine gives.
"""

import http.client
import random
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from openmash.config.demo import HOST

USERS = 20


@dataclass
class Heard:
    """What some users waited for and were given."""

    seconds: list[float] = field(default_factory=list)
    size: int = 0
    took: float = 0.0

    @property
    def per_second(self) -> float:
        return len(self.seconds) / self.took


class WrongAnswer(Exception):
    """A page answered with something else than itself, so that timing it would mean nothing."""


def ask(port: int, path: str, *, cookies: Sequence[str], times: int, thinks: float = 0.0) -> Heard:
    """Let each user, signed in by a cookie, ask for a page so many times; all at once."""
    heard, troubles = Heard(), list[BaseException]()
    users = [
        threading.Thread(target=_use, args=(port, path, each, times, thinks, heard, troubles))
        for each in cookies
    ]
    began = time.perf_counter()
    for each in users:
        each.start()
    for each in users:
        each.join()
    heard.took = time.perf_counter() - began
    if troubles:
        raise troubles[0]
    return heard


def _use(
    port: int,
    path: str,
    cookie: str,
    times: int,
    thinks: float,
    heard: Heard,
    troubles: list[BaseException],
) -> None:
    try:
        browser = http.client.HTTPConnection(HOST, port, timeout=60)
        chance = random.Random(cookie)  # noqa: S311 - when somebody clicks is no secret
        time.sleep(chance.random() * thinks)
        for _ in range(times):
            began = time.perf_counter()
            browser.request("GET", path, headers={"Cookie": cookie, "Connection": "keep-alive"})
            answer = browser.getresponse()
            body = answer.read()
            heard.seconds.append(time.perf_counter() - began)
            heard.size = len(body)
            if answer.status != 200:
                raise WrongAnswer(f"{path} answered {answer.status}.")
            time.sleep(thinks * (0.5 + chance.random()))
    except (OSError, http.client.HTTPException, WrongAnswer) as trouble:
        troubles.append(trouble)
