"""Confirming, correcting and rejecting what the program found."""
