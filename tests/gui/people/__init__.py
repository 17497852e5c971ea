"""Tests of the people."""
