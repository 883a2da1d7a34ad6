"""What holds for every test: made-up inputs are given the time they need on a busy machine."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")
