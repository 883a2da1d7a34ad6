"""What follows the program when it is handed over: what it is made of, and on what terms."""
