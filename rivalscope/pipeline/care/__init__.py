"""The database looked after: copies, upgrades, health, and what must be forgotten."""
