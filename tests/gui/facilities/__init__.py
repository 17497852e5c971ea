"""Tests of the facilities."""
