"""
What runs beside a guide screen: packs, the player that serves them on loopback, and their installation in a wall.

A pack is a zip of the files that one display needs.  It is verified, unpacked
beside the one that runs, and takes its place in one step; all of it works
without a network, and after a power cut at any moment.
"""
