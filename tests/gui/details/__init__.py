"""Tests of the details."""
