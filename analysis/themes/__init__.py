"""From a text to quoted mentions of themes: notation, words, matching, clauses, polarity."""
