"""The words and rules of the field: frozen data and pure functions, no input or output."""
