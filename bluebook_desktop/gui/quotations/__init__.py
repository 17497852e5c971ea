"""Every quotation, with its speaker."""
