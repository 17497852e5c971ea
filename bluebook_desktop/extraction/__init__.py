"""Finds in a text what records are made of; knows nothing of any one section."""
