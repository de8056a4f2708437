"""Finds the names of people in pages and texts, and takes them out before anything is kept."""
