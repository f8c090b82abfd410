"""How many examples a law is tried with: few and always the same where a machine judges."""

import os

from hypothesis import HealthCheck, Phase, settings

# No example data base: a run leaves nothing in the tree, and a failure prints its own example.
# Building a questionnaire draws much data, which is the point and not a fault of the strategy.
settings.register_profile(
    "fast",
    max_examples=40,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
)
settings.register_profile("ci", settings.get_profile("fast"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "fast")
