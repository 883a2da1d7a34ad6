"""A result as HTML: escaped, without scripts, the same in the app and in a file."""
