"""What the guide knows: names and finished sentences, from which its rules answer and nothing else."""

from .outputs import outputs

__all__ = ["outputs"]
