"""Checking a quotation: did they say exactly this?"""
