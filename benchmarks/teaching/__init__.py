"""How the guide is taught: questions with their answers become numbers, numbers become weights."""
