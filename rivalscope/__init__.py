"""Rivalscope: how customers experience a brand and its competitors, from what is public."""
