"""The command line, `bluebook`."""
