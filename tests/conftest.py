"""What all tests share: no screen is used but by tests/e2e, which starts one of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
