"""Settings, addresses and the door that a web server knocks on."""
