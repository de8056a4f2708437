"""All stages in order, night by night, and the proof that they go on."""
