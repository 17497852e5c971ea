"""What all tests share: no screen is used but by tests/e2e, which starts one of its own."""

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test is timed: on a loaded machine a slow draw is no failure. Examples are the same in every run, so that a failure
# comes from a change; BLUEBOOK_EXPLORE=1 draws new ones.
settings.register_profile(
    "untimed",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=not os.environ.get("BLUEBOOK_EXPLORE"),
)
settings.load_profile("untimed")
