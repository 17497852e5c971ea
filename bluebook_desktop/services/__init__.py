"""What a person can do with the library, shared by window and command line."""
