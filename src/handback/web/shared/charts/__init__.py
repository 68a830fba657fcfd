"""Charts drawn on the server as SVG. Values in, a `Chart` out: no models, no clock, no inline styles."""
