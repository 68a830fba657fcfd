"""Tests: one folder for each room, journeys across them, the rules of the house, and what they share."""
