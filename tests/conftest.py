"""What holds for all tests: Hypothesis draws the same examples each time, and a slow machine fails nothing."""

from hypothesis import settings

settings.register_profile("tieout", deadline=None, derandomize=True)
settings.load_profile("tieout")
