"""Thinking about reviews, from language to SWOT cells; pure: no network, no database, no clock."""
