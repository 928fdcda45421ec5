"""How often each code was scanned: from web servers' logs to counts a day, without keeping who it was."""
