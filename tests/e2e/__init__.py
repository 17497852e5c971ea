"""Tests of the real program in real windows."""
