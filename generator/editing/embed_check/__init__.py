"""Whether the columns on other people's websites are still what was pasted there."""
