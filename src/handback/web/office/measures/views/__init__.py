"""The office's views of measures. Each asks the record, gives values to a presenter, and shows the page."""
