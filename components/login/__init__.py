"""Signing in on a server: who is let through the door, and what one sees outside it."""
