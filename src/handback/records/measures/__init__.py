"""What is measured of a council: indicators, values, targets and decisions, and the councils beside it."""
