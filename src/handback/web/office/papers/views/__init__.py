"""What each address of the papers answers."""
