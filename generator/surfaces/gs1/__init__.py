"""
GS1 Digital Link: pages and linksets at ``/01/<GTIN>/``.

URI syntax after GS1 Digital Link Standard 1.4.1, linksets after RFC 9264 with the link types of the GS1 Web Vocabulary.
"""
