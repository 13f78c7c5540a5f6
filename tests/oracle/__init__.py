"""Deadlines worked out a second way, from the words of the rules alone.

Nothing of `openmash.core.working_time` is used here, nor the package its bank holidays come from:
time is a row of minutes, a day is walked to, and holidays are reckoned from Easter and from what
was proclaimed. It is kept beside the tests because only they and the benchmark may ask it.
"""
