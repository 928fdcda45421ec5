"""What a web host has to send with the site's files: one policy, and the same policy in each server's own language."""
