"""
The bridge: sensors by serial port, UDP, MQTT and HTTP become one WebSocket that the screen's page listens to.

It passes on what came as it came; what it means is decided in the page, by the one decoder of each kind there is.
"""
