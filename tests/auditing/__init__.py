"""What the program says of an evaluation held against the oracle, figure by figure: make verify."""
