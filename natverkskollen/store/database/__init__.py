"""A PostgreSQL database that several servers share: how it is reached and what stands in it."""
