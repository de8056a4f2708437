"""From a fetched page to what is kept of it."""
