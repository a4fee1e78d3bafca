"""The pages of posts, their deputies and their keys."""
