"""The signed-in office."""
