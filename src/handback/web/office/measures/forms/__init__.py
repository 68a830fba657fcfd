"""What the pages of measures ask for."""
