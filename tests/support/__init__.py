"""What tests share: settings, the cast of Harrowmere, the browser."""
