"""Which rules found what is not checked by hand."""

#: Raised with every change of the rules: sections found by older ones are read anew when the library is next built.
RULES_VERSION = 12
