"""Tests of the window and its panels."""
