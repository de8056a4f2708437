"""Stages 4 and 5: what stands out becomes incidents, messages, and mail."""
