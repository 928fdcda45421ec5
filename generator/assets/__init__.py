"""Assets: QR codes and pictures; nothing here knows which page uses them."""
