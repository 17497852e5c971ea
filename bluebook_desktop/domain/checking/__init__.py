"""The rules by which a quotation is held against the text: what counts as equal, and what differs."""
