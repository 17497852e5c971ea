"""Tests of the window that checks quotations."""
