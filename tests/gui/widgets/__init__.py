"""Tests of the widgets that several parts share."""
