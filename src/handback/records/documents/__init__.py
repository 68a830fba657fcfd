"""Documents kept whole, and the claims that were read in them."""
