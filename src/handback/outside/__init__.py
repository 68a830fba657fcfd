"""The one room that talks to the network or starts another program: bytes in, bytes and refusals out."""
