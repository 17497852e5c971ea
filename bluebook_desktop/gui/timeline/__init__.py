"""Every dated event, on an axis and as a list."""
