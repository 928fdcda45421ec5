"""The screen beside the shelf."""
