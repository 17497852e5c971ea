"""Tests of the Timeline tab."""
