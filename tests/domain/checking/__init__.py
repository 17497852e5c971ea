"""Tests of the rules by which a quotation is checked."""
