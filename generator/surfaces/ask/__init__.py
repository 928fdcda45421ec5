"""What the guide knows: names and finished sentences, from which its rules answer and nothing else."""

from .outputs import is_answered, outputs

__all__ = ["is_answered", "outputs"]
