"""Charts of measures: process control, moving ranges and small lines for tables."""
