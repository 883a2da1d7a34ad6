"""A Word file from anywhere made into one that holds only what a template needs, or refused."""
