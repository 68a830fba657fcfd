"""What the pages of the papers ask for."""
