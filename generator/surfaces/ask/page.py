ADDRESS = "ask/"
