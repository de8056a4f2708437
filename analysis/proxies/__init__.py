"""What public texts tell of effort, willingness to recommend and moves between brands."""
