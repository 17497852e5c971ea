"""Every facility and area that the text names."""
