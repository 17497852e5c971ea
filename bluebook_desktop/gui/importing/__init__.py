"""Files come into the library: chosen, dropped or found in folders; looked at, placed, imported, reported."""
