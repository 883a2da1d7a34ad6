"""What follows from the register of memberships: days, use, totals, triggers and sets."""
